/**
 * Makes an element. `props` holds attributes; `class`, `text` and `on…` listeners are understood. Text is always set
 * as text, so that nothing a person writes can become markup.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** A button that does something when pressed. */
export const button = (text, onclick, props = {}) =>
  el("button", { type: "button", text, onclick, ...props });

/** Puts this screen in place of the one before. */
export function show(screen) {
  document.querySelector("#app")?.replaceChildren(screen);
}

/** A random id that needs no secure context. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
