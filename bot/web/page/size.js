import { button, el } from "./dom.js";
import { keep, recall } from "./store.js";
import { TEXTS } from "./texts.js";

const SIZES = ["normal", "large", "largest"];
const current = () => document.documentElement.dataset.size ?? "normal";

/** Letters as large as they were chosen last time. */
export function restoreSize() {
  const kept = recall("size", "normal");
  document.documentElement.dataset.size = SIZES.includes(kept) ? kept : "normal";
}

/** The button that makes everything larger, twice, and then as before. It says what is chosen now. */
export function sizeButton() {
  const name = () => TEXTS.size[current()];
  const node = button(
    name(),
    () => {
      const next = SIZES[(SIZES.indexOf(current()) + 1) % SIZES.length] ?? "normal";
      document.documentElement.dataset.size = next;
      keep("size", next);
      tell();
    },
    { class: "bar-button size" },
  );
  const tell = () => {
    node.replaceChildren(el("small", { text: TEXTS.size.label }), name());
    node.setAttribute("aria-label", `${TEXTS.size.label}：${name()}`);
  };
  tell();
  return node;
}
