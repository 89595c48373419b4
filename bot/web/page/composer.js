import { button, el } from "./dom.js";
import { TEXTS } from "./texts.js";
import { ACCEPTED, Tray } from "./tray.js";

/** Where words are written and files are chosen. What is not sent yet survives a reload. */
export class Composer {
  #name;
  #sealed;
  #say;
  #tray;
  #input;

  constructor({ key, persona }, sealed, say, signal) {
    this.#name = `draft.${key}`;
    this.#sealed = sealed;
    this.#say = say;
    this.#tray = new Tray(persona, signal);
    this.#input = wordsField({
      changed: () => this.#changed(),
      submit: () => this.#submit(),
      files: (files) => this.#tray.add(files),
    });
    void this.#restore();
    const send = el("button", { type: "submit", class: "send", text: TEXTS.composer.send });
    const row = el(
      "div",
      { class: "row" },
      ...filePicker((files) => this.#tray.add(files)),
      this.#input,
      send,
    );
    const onsubmit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    this.node = el("form", { class: "composer", onsubmit }, ...this.#tray.nodes, row);
  }

  /** Puts words and files back to be changed and sent again. */
  takeBack({ text, files }) {
    this.#input.value = text;
    this.#tray.restore(files);
    this.#changed();
    this.#input.focus();
  }

  async #restore() {
    const kept = (await this.#sealed.read(this.#name)) ?? "";
    if (kept === "" || this.#input.value !== "") return;
    this.#input.value = kept;
    this.#changed();
  }

  #submit() {
    const text = this.#input.value.trim();
    if (text === "" && this.#tray.isEmpty) {
      this.#input.focus();
      return;
    }
    const files = this.#tray.take();
    if (files === null) return;
    this.#input.value = "";
    this.#changed();
    this.#say({ text, files });
  }

  #changed() {
    const words = this.#input.value;
    this.#sealed.change(this.#name, () => words);
    grow(this.#input);
  }
}

function wordsField({ changed, submit, files }) {
  const onkeydown = (event) => {
    // Enter that ends the choice of a character in an input method is no wish to send.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  };
  const onpaste = (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    files(pasted);
  };
  const names = { "aria-label": TEXTS.composer.label, placeholder: TEXTS.composer.hint };
  return el("textarea", {
    class: "input",
    rows: 1,
    ...names,
    enterkeyhint: "send",
    oninput: changed,
    onkeydown,
    onpaste,
  });
}

function filePicker(chosen) {
  const onchange = () => {
    chosen([...picker.files]);
    picker.value = "";
  };
  const hidden = { class: "unseen", tabindex: -1, "aria-hidden": "true" };
  const picker = el("input", { type: "file", multiple: true, accept: ACCEPTED, ...hidden, onchange });
  const name = { class: "attach", "aria-label": TEXTS.composer.attach };
  return [picker, button("", () => picker.click(), name)];
}

// Browsers that grow the field themselves need no help.
function grow(input) {
  if (CSS.supports("field-sizing", "content")) return;
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 2}px`;
}
