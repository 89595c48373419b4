// Runs in the page: what on the screen somebody with weak eyes or thick fingers could not use. `least` is the
// smallest tap in pixels.
globalThis.faults = (least) => {
  const faults = [];
  const name = (node) =>
    `${node.tagName.toLowerCase()}.${node.className} "${(node.textContent ?? "").slice(0, 20)}"`;
  const isShown = (node) => node.checkVisibility() && !node.classList.contains("unseen");

  if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
    faults.push(`the page is wider than the screen: ${document.documentElement.scrollWidth}`);

  for (const node of document.querySelectorAll("button, a, input, textarea")) {
    if (!isShown(node)) continue;
    const { width, height, left, right } = node.getBoundingClientRect();
    if (width < least || height < least)
      faults.push(`${name(node)} is ${Math.round(width)} × ${Math.round(height)}`);
    if (left < 0 || right > innerWidth) faults.push(`${name(node)} sticks out`);
  }

  const channels = (colour) => (colour.match(/[\d.]+/gu) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (node) => {
    for (let at = node; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((channels(colour)[3] ?? 1) === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const node = text.parentElement;
    if (text.textContent.trim() === "" || !isShown(node)) continue;
    const style = getComputedStyle(node);
    const [a, b] = [light(style.color), light(ground(node))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faults.push(`${name(node)} has contrast ${contrast.toFixed(2)}`);
    const size = parseFloat(style.fontSize);
    if (size < 14) faults.push(`${name(node)} has letters of ${size}`);
    if (parseFloat(style.lineHeight) / size < 1.295)
      faults.push(`${name(node)} has lines at ${style.lineHeight}`);
    if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline")
      faults.push(`${name(node)} is cut: ${node.scrollWidth} > ${node.clientWidth}`);
  }
  return faults;
};
