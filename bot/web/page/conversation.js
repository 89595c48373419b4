import { randomId } from "./dom.js";

const MOST_KEPT = 300;
const OFFERS = /\.(?:card|question|fields)$/u;
const CLOSES = /\.(?:filed|dropped|submitted|opinion-left|suggestion-submitted)$/u;

const NOTICES = 2;

/**
 * Everything said in one conversation: what the service numbered, and one's own words with how far they got. Own
 * words are kept by the browser, so that a reload or a closed phone loses none of them.
 */
export class Conversation {
  #name;
  #sealed;
  #heard = new Map();
  #removed = new Set();
  #closedAt = 0;
  own;
  last = 0;

  /** `own` is what was kept of one's own words, and `sealed` keeps them. */
  constructor(who, own, sealed) {
    this.#name = nameOf(who);
    this.#sealed = sealed;
    this.own = own;
  }

  /** The conversation with somebody's assistant as far as this browser kept it. */
  static async open(who, sealed) {
    const conversation = new Conversation(who, (await sealed.read(nameOf(who))) ?? [], sealed);
    // What an earlier page kept in clear is sealed at once.
    if (conversation.own.length > 0) conversation.#save();
    return conversation;
  }

  /** Nothing was said here yet; a notice or two may have come before the first opening. */
  get isNew() {
    return this.own.length === 0 && this.#heard.size <= NOTICES;
  }

  /** Adds what came and returns it; what is there already is passed over. */
  hear(entries) {
    const fresh = entries.filter((entry) => !this.#heard.has(entry.seq));
    for (const entry of fresh) {
      this.#heard.set(entry.seq, entry);
      this.last = Math.max(this.last, entry.seq);
      if (CLOSES.test(entry.kind)) this.#closedAt = Math.max(this.#closedAt, entry.seq);
    }
    return fresh;
  }

  /** Writes down something of one's own: words, files, or a tapped choice with the message that offered it. */
  say({ text, choice, offer, files = [] }) {
    const message = { id: randomId(), text, choice, offer, files, after: this.last, state: "waiting" };
    this.own.push(message);
    this.#save();
    return message;
  }

  mark(message, state, why) {
    Object.assign(message, { state, why });
    this.#save();
  }

  remove(message) {
    this.own.splice(this.own.indexOf(message), 1);
    this.#removed.add(message.id);
    this.#save();
  }

  /** The tap on this offer that still holds, if there was one. */
  tapOn(entry) {
    return this.own.findLast((one) => one.offer === entry.seq && one.state !== "refused");
  }

  /** True when an offer has done its work: tapped and answered, or settled in words by what came later. */
  isUsed(entry) {
    if (OFFERS.test(entry.kind) && this.#closedAt > entry.seq) return true;
    const tap = this.tapOn(entry);
    return tap !== undefined && this.last > tap.after;
  }

  // Another tab may have written down words of its own since.
  #save() {
    this.#sealed.change(this.#name, (kept = []) => {
      const mine = new Set(this.own.map((one) => one.id));
      const others = kept.filter((one) => !mine.has(one.id) && !this.#removed.has(one.id));
      return [...others, ...this.own].toSorted((a, b) => a.after - b.after).slice(-MOST_KEPT);
    });
  }
}

const nameOf = (who) => `own.${who}`;
