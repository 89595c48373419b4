import { button, el } from "./dom.js";
import { TEXTS } from "./texts.js";

/** One line of the tray: a file, how far it is, what is wrong with it, and what to do about it. */
export function trayItem(file, drop, start) {
  const bar = el("progress", { max: 1, value: 0, "aria-label": `${TEXTS.file.sending} ${file.name}` });
  const state = el("span", { class: "tray-state" });
  const again = button(TEXTS.file.again, () => start(item), { class: "tray-button", hidden: true });
  const remove = button(TEXTS.file.remove, () => drop(item), {
    class: "tray-button",
    "aria-label": `${TEXTS.file.remove} ${file.name}`,
  });
  const text = el(
    "div",
    { class: "tray-text" },
    el("span", { class: "tray-name", text: file.name }),
    state,
    bar,
  );
  const picture = (src) => {
    const image = el("img", { class: "tray-photo", alt: "", src });
    image.addEventListener("load", () => URL.revokeObjectURL(src));
    node.prepend(image);
  };
  const node = el("li", {}, text, again, remove);
  const item = {
    file,
    node,
    picture,
    sent: undefined,
    wrong: undefined,
    stop: new AbortController(),
    progress: (part) => (bar.value = part),
    show: (words, { progress = false, wrong = false, again: mayTryAgain = false } = {}) => {
      item.wrong = wrong ? words : undefined;
      state.textContent = words;
      state.classList.toggle("wrong", wrong);
      bar.hidden = !progress;
      again.hidden = !mayTryAgain;
    },
  };
  if (file instanceof File && file.type.startsWith("image/")) picture(URL.createObjectURL(file));
  return item;
}
