import { rankCategories } from "./categories.ts";
import type { Clause } from "./clauses.ts";
import { isHeadOf } from "./is-head-of.ts";
import { mainKind, type NamedKind } from "./kinds.ts";
import {
  type Draft,
  draftOf,
  guessedDraft,
  isMore,
  isOfHours,
  isOfLast,
  refines,
  resumed,
} from "./drafts.ts";
import { findVoice } from "./find-voice.ts";
import { isOwnState, isPartOfDeed } from "./part-of-deed.ts";
import { isPlainDeed } from "./plain-deed.ts";
import { isProblem } from "./problems.ts";
import {
  AFRESH,
  AFRESH_AT,
  ANNOUNCES,
  BACK,
  CONNECTED,
  DAY_LEAD,
  DONE,
  ENDS_WITH_DAY,
  GATHERS,
  GIVES,
  HEADING,
  INTRODUCES,
  LABEL,
  ONLY_DAY,
  THIRD,
  WENT,
} from "./telling.ts";
import { isAnother, isKept, opensDay, tellsMore, tellsWrong, withLead } from "./tells-more.ts";
import type { Story } from "./told.ts";
import { guessOf, toldBefore } from "./told-before.ts";
import { isAmountOf } from "./told-amount.ts";
import { withGuests } from "./with-guests.ts";
import { isDenial, isPlan } from "./words.ts";

/** Hears a message clause by clause and keeps what it tells. */
export class Teller {
  private readonly records: Draft[] = [];
  private readonly voices: string[] = [];
  private lead = "";
  private label = "";
  /** A day stood alone at the head of an item; and an item was heard: what follows is of it. */
  private heads = false;
  private mode: "lead" | "duty" | "voice" | "undone" = "lead";
  private undone = false;
  private listed = false;

  hear(heard: Clause): void {
    const clause = { ...heard, item: heard.item || this.heads };
    this.heads = false;
    this.listed ||= heard.item;
    const { text } = clause;
    if (this.mode === "lead" && HEADING.test(text)) {
      this.mode = "voice";
      return;
    }
    const voiceAt = findVoice(text, this.records.length > 0);
    const own = voiceAt === undefined ? text : withGuests(text, voiceAt);
    const duty = own.trim() === "" || THIRD.test(own) ? undefined : mainKind(own);
    if (isAmountOf(own, this.records.at(-1))) this.goOn(own);
    else if (this.records.length > 0 && GIVES.test(own)) this.detail(own);
    else if (duty !== undefined && this.mayBegin(own, duty, clause)) this.begin(own, duty, clause);
    else if (this.isPlainDeed(own, clause)) this.beginPlain(own);
    else if (voiceAt === undefined) this.place(clause);
    else if (own.trim() !== "") this.detail(own);
    if (voiceAt !== undefined) this.speak(text.slice(voiceAt), true);
  }

  story(): Story {
    const last = this.records.at(-1);
    if (last !== undefined && this.mode !== "undone") last.text = withLead(last.text, this.lead);
    const { records, voices, undone } = this;
    return { records, voices, lead: last === undefined ? this.lead : "", undone };
  }

  // While residents speak, only a clause that tells of a duty done by the speaker ends their speech.
  private mayBegin(own: string, duty: NamedKind, { item }: Clause): boolean {
    if (isOfLast(own, this.records.at(-1))) return false;
    if (this.mode !== "voice") return true;
    const done = DONE.test(own) || WENT.test(own);
    return (
      done &&
      (!isProblem(own) || DONE.test(own)) &&
      (item || AFRESH.test(own) || CONNECTED.test(own) || duty.index <= 3)
    );
  }

  // A deed in plain words begins a record where none is being told, or where it has a day of its own.
  private isPlainDeed(own: string, { item }: Clause): boolean {
    if (this.mode === "undone" && !item && !DONE.test(own)) return false;
    if (!isPlainDeed(own, this.lead, item && this.records.length > 0)) return false;
    if (this.mode === "voice") return AFRESH.test(own) && item;
    const last = this.records.at(-1);
    if (last !== undefined && !item && isOfHours(own, last)) return false;
    return last === undefined || item || (AFRESH.test(own) && AFRESH_AT.test(last.text));
  }

  private beginPlain(own: string): void {
    if (isDenial(own) || isPlan(own)) return this.undo();
    this.records.push(guessedDraft(this.lead + own, this.records.at(-1)?.kind ?? "home_visit"));
    this.lead = "";
    this.mode = "duty";
  }

  private begin(own: string, duty: NamedKind, { item }: Clause): void {
    const { kind } = duty;
    if (isDenial(own) || isPlan(own, duty.index)) return this.undo();
    const last = this.records.at(-1);
    const before = toldBefore(this.lead, own, kind);
    if (before !== undefined) this.records.push(before);
    const lead = before === undefined ? this.lead : "";
    const text = lead + own;
    const dayOfItsOwn = last !== undefined && DAY_LEAD.test(lead) && AFRESH_AT.test(last.text);
    this.lead = "";
    const guess = guessOf(last, own);
    if (guess !== undefined && !item && this.mode !== "voice") {
      this.records.pop();
      this.records.push(draftOf(duty, guess.text + text));
      this.mode = INTRODUCES.test(own) && GATHERS.test(own) ? "voice" : "duty";
      return;
    }
    const more = last !== undefined && !dayOfItsOwn && isMore(own, kind, last);
    const whole = more ? last : resumed(own, kind, this.records);
    if (whole !== undefined && this.mode !== "voice" && (!item || isHeadOf(whole, kind, own))) {
      whole.text += text;
      if (refines(kind, whole)) whole.kind = kind;
    } else this.records.push(draftOf(duty, text));
    this.mode = INTRODUCES.test(own) && this.records.length > 0 && GATHERS.test(own) ? "voice" : "duty";
  }

  private undo(): void {
    this.mode = "undone";
    this.undone = true;
    this.lead = "";
  }

  private place(clause: Clause): void {
    const { text, item } = clause;
    if (ONLY_DAY.test(text)) {
      this.lead = !item && isKept(this.lead) ? this.lead + text : text;
      this.mode = "lead";
      this.heads = item || this.heads;
      return;
    }
    if (LABEL.test(text)) {
      this.label = text;
      return;
    }
    if (this.mode === "voice" && (BACK.test(text) || isOwnState(text))) return this.detail(text);
    const said = this.listed ? "" : (this.voices.at(-1) ?? "");
    if (this.mode === "voice") return this.speak(text, item || this.label !== "" || isAnother(text, said));
    if (this.mode === "undone" && !item) return;
    if (GATHERS.test(text) || (this.mode === "duty" && INTRODUCES.test(text))) {
      this.detail(text);
      if (/:\s*$/u.test(text) || GATHERS.test(text)) this.mode = INTRODUCES.test(text) ? "voice" : this.mode;
      return;
    }
    if (this.mode === "lead" && ANNOUNCES.test(text)) {
      this.mode = "voice";
      return;
    }
    const done = this.mode === "duty" ? this.records.at(-1)?.kind : undefined;
    if (done !== undefined && !item && isPartOfDeed(text, done)) return this.detail(text);
    const listed = (item || this.label !== "") && rankCategories(text).confidence > 0;
    const more = done !== undefined && tellsMore(text);
    const problem = !more && tellsWrong(text, listed);
    if (problem && (listed || this.records.length > 0 || this.voices.length > 0)) this.speak(text, true);
    else this.detail(text);
  }

  private detail(text: string): void {
    const last = this.records.at(-1);
    if (last === undefined || (opensDay(text) && !ENDS_WITH_DAY.test(text))) this.lead += text;
    else last.text += text;
    if (this.mode === "voice" && BACK.test(text)) this.mode = "duty";
  }

  private goOn(text: string): void {
    const last = this.records.at(-1);
    if (last !== undefined) last.text = withLead(last.text, text);
    this.mode = "duty";
  }

  private speak(text: string, afresh: boolean): void {
    this.mode = "voice";
    const said = this.label + text;
    this.label = "";
    const last = this.voices.pop() ?? "";
    if (last !== "" && (afresh || /[;\n]\s*$/u.test(last))) this.voices.push(last, said);
    else this.voices.push(last + said);
  }
}
