import { fileAddress, isPassing, upload } from "./api.js";
import { el } from "./dom.js";
import { shrink } from "./shrink.js";
import { TEXTS } from "./texts.js";
import { trayItem } from "./tray-item.js";

const LARGEST = 10 * 1024 * 1024;
const MOST = 9;
export const ACCEPTED = "image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx";
const KNOWN = /\.(?:jpe?g|png|webp|pdf|docx|xlsx)$/iu;

/** Files that wait to be sent: each uploads at once, shows how far it is, and says in words what is wrong. */
export class Tray {
  #items = [];
  #persona;
  #signal;
  #list = el("ul", { class: "tray", "aria-label": TEXTS.composer.tray, hidden: true });
  #note = el("p", { class: "tray-note", role: "status", hidden: true });

  constructor(persona, signal) {
    this.#persona = persona;
    this.#signal = signal;
  }

  get nodes() {
    return [this.#note, this.#list];
  }

  get isEmpty() {
    return this.#items.length === 0;
  }

  add(files) {
    this.#say(this.#items.length + files.length > MOST ? TEXTS.file.tooMany : "");
    for (const file of files.slice(0, MOST - this.#items.length)) void this.#upload(this.#append(file));
  }

  /** The files to send with the words; null while one is under way or went wrong, with the reason shown. */
  take() {
    const unready = this.#items.filter((item) => item.sent === undefined);
    const [wrong] = unready.flatMap((item) => item.wrong ?? []);
    this.#say(unready.length === 0 ? "" : (wrong ?? TEXTS.file.stillSending));
    if (unready.length > 0) return null;
    const sent = this.#items.map(({ sent: { id, name, type } }) => ({ id, name, type }));
    for (const item of this.#items.slice()) this.#drop(item);
    return sent;
  }

  /** Puts files back that are already with the service. */
  restore(files) {
    for (const sent of files) {
      const item = this.#append(sent);
      item.sent = sent;
      if (sent.type.startsWith("image/")) item.picture(fileAddress(sent.id, this.#persona));
      item.show(TEXTS.file.ready);
    }
  }

  #append(file) {
    const item = trayItem(
      file,
      (one) => this.#drop(one),
      (one) => void this.#upload(one),
    );
    this.#items.push(item);
    this.#list.append(item.node);
    this.#list.hidden = false;
    return item;
  }

  #drop(item) {
    item.stop.abort();
    item.node.remove();
    this.#items = this.#items.filter((one) => one !== item);
    this.#list.hidden = this.isEmpty;
    this.#say("");
  }

  #say(words) {
    this.#note.textContent = words;
    this.#note.hidden = words === "";
  }

  async #upload(item) {
    item.show(TEXTS.file.sending, { progress: true });
    try {
      if (!KNOWN.test(item.file.name)) return item.show(TEXTS.file.wrongKind, { wrong: true });
      const file = await shrink(item.file, LARGEST);
      if (file.size > LARGEST) return item.show(TEXTS.file.tooLarge, { wrong: true });
      const signal = AbortSignal.any([this.#signal, item.stop.signal]);
      item.sent = await upload(file, this.#persona, item.progress, signal);
      return item.show(TEXTS.file.ready);
    } catch (error) {
      if (item.stop.signal.aborted) return undefined;
      const again = isPassing(error);
      return item.show(again ? TEXTS.file.failed : error.message, { wrong: true, again });
    }
  }
}
