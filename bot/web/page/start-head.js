import { el } from "./dom.js";
import { sizeButton } from "./size.js";
import { TEXTS } from "./texts.js";

/** The head of the pages before the chat: whose program it is, and the size of its letters. */
export const startHead = () =>
  el(
    "header",
    { class: "start-head" },
    el("img", { src: "/icon.svg", alt: "", class: "emblem" }),
    el("div", { class: "bar-title" }, el("h1", { text: TEXTS.title }), el("p", { text: TEXTS.place })),
    sizeButton(),
  );
