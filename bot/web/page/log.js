import { dayOf, ownBubble, showChoices, showState, theirBubble } from "./bubbles.js";
import { button, el } from "./dom.js";
import { TEXTS } from "./texts.js";

const NEAR = 120;

/** The conversation on the screen: bubbles in the order in which things were said, read aloud as they arrive. */
export class Log {
  #list;
  #log;
  #newer;
  #options;
  #places = [];
  #own = new Map();
  #offers = new Map();

  /** `options`: conversation, persona, welcome, and what to call on a tap, to send again, to take words back. */
  constructor(options) {
    this.#options = options;
    this.#list = el("div", { class: "log-list" }, options.welcome);
    const props = {
      class: "log",
      role: "log",
      tabindex: 0,
      "aria-live": "off",
      "aria-label": TEXTS.chat.log,
    };
    this.#log = el("main", props, this.#list);
    this.#newer = button(TEXTS.chat.newer, () => this.#toEnd(), { class: "newer", hidden: true });
    this.#log.addEventListener("scroll", () => {
      if (this.#isNearEnd()) this.#newer.hidden = true;
    });
  }

  get nodes() {
    return [this.#log, this.#newer];
  }

  /** Adds what the service said; a long answer is shown from its beginning. */
  heard(entries) {
    const follow = this.#isNearEnd();
    const [first] = entries.map((entry) => this.#addTheirs(entry));
    this.#refresh();
    if (first === undefined) return;
    if (!follow) this.#newer.hidden = false;
    else if (this.#log.getAttribute("aria-live") === "off") this.#toEnd();
    else this.#log.scrollTop = Math.min(this.#log.scrollHeight, first.offsetTop - 12);
  }

  /** Adds one's own words. */
  said(message) {
    const { persona, again, takeBack } = this.#options;
    const actions = { again, takeBack: () => takeBack(message) };
    const node = ownBubble(message, persona, actions);
    this.#own.set(message.id, { node, actions });
    this.#insert(node, message.after + 0.5);
    this.#refresh();
    this.#toEnd();
  }

  /** Own words got further, or did not. */
  changed(message) {
    const shown = this.#own.get(message.id);
    if (shown !== undefined) showState(shown.node, message, shown.actions);
    this.#refresh();
  }

  removed(message) {
    const node = this.#own.get(message.id)?.node;
    node?.remove();
    this.#own.delete(message.id);
    this.#places = this.#places.filter((place) => place.node !== node);
    this.#refresh();
  }

  /** From now on what is added is read aloud: the past has been shown. */
  listening() {
    setTimeout(() => this.#log.setAttribute("aria-live", "polite"), 100);
  }

  #isNearEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR;
  }

  #toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#newer.hidden = true;
  }

  // What was said stands after what had been heard when it was said.
  #insert(node, order) {
    let at = this.#places.length;
    while (at > 0 && this.#places[at - 1].order > order) at -= 1;
    this.#list.insertBefore(node, this.#places[at]?.node ?? null);
    this.#places.splice(at, 0, { node, order });
  }

  #addTheirs(entry) {
    const { conversation, persona, tap } = this.#options;
    const isMenu = entry.reusable === true;
    const node = theirBubble(entry, persona, (choice) => {
      const isOpen = conversation.tapOn(entry) === undefined && !conversation.isUsed(entry);
      if (isMenu || isOpen) tap(entry, choice);
    });
    if (entry.choices.length > 0 && !isMenu) this.#offers.set(entry, node);
    this.#insert(node, entry.seq);
    const day = dayOf(entry.at);
    if (this.#list.dataset.day !== day)
      beforeItsQuestion(node).before(el("div", { class: "day", text: day }));
    this.#list.dataset.day = day;
    return node;
  }

  #refresh() {
    const { conversation, welcome } = this.#options;
    welcome.hidden = !conversation.isNew;
    for (const [entry, node] of this.#offers) {
      const used = conversation.isUsed(entry);
      showChoices(node, { used, tapped: conversation.tapOn(entry)?.choice });
      if (used) this.#offers.delete(entry);
    }
  }
}

// A new day begins above the words that an answer answers.
function beforeItsQuestion(node) {
  let first = node;
  while (first.previousElementSibling?.classList.contains("mine")) first = first.previousElementSibling;
  return first;
}
