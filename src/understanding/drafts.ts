import { guarded } from "./guarded.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { guessKind } from "./cues.ts";
import { isPartOf, type NamedKind } from "./kinds.ts";
import { AFRESH, CONNECTED, DONE } from "./telling.ts";

/** A record that is still being told. */
export type Draft = { kind: DutyKind; rival?: DutyKind; guessed?: true; text: string };

/** A record that a duty's name began. */
export const draftOf = ({ kind, rival, faint }: NamedKind, text: string): Draft => ({
  kind,
  ...(rival === undefined ? {} : { rival }),
  ...(faint === undefined ? {} : { guessed: true }),
  text,
});

/** Below this the kind of a deed in plain words is asked about. */
const SURE = 0.6;

/** More of the same record: the same duty or a part of it, unless it has a day of its own or is told apart. */
export function isMore(own: string, kind: DutyKind, last: Draft): boolean {
  if (last.text.length < 14 && !/[,。;]/u.test(last.text) && !DONE.test(last.text)) return true;
  if (kind === "publicity" && !AFRESH.test(own) && !CONNECTED.test(own) && !/[场次堂]/u.test(own))
    return true;
  if (AID.includes(kind) && AID.includes(last.kind) && /^[\s,。并还]*(?:送|给|发|带|赠|每|为)/u.test(own))
    return !AFRESH.test(own);
  if (
    THEN_TALKED.test(own) &&
    last.kind !== "voter_forum" &&
    (kind === "voter_forum" || kind === "meeting_attend")
  )
    return true;
  if (kind === "reception" && last.kind === "petition_help" && !AFRESH.test(own)) return true;
  // 协助镇里接访,疏导上访群众5人: the second says what the first was.
  if (kind === "petition_help" && last.kind === "reception" && !AFRESH.test(own) && !CONNECTED.test(own))
    return /协助|帮|配合/u.test(last.text);
  if (kind === "industry_lead" && last.kind === "practical_help" && /^[\s,。]*(?:带动|受益)/u.test(own))
    return true;
  if (kind !== last.kind && isOfItsHours(own, last) && isPartOf(kind, last)) return true;
  if (AFRESH.test(own))
    return kind === last.kind && !/\d|[今昨前]天|周[一二三四五六日天末]|星期|礼拜/u.test(last.text);
  if (kind === "poverty_aid" && last.kind === "home_visit")
    return /困难|贫困|低保|老党员|孤寡|独居|特困|五保|慰问/u.test(last.text) && !CONNECTED.test(own);
  if (!isPartOf(kind, last)) return false;
  return !CONNECTED.test(own) || (kind !== last.kind && !/单独|又|还|顺便/u.test(own));
}

// 视察工程3处,并召开座谈会: the talk at the end of it.
const THEN_TALKED = guarded(
  /^[\s,。;]*(?:并|还|随后|最后|之后)(?:现场)?(?:召开|开|举行|组织)了?[^,。]{0,6}(?:座谈|汇报|反馈|交流)/u,
);

// 今天值班,上午九点到下午五点接了7个人: hours of the same duty.
const OF_DAY = guarded(/上午|下午|晚上|早上|中午|点/u);
const ONLY_CLOCK = guarded(
  /^[\s,。;]*(?:上午|下午|晚上|早上|中午|从?(?:\d{1,2}|[一二三四五六七八九十]{1,2})点)/u,
);

/** True when hours follow a duty that named none: they are its own. */
export const isOfItsHours = (own: string, last: Draft): boolean =>
  ONLY_CLOCK.test(own) && !OF_DAY.test(last.text);

// What is told next may say what the deed before it was.
const REFINES: Readonly<Partial<Record<DutyKind, DutyKind>>> = {
  poverty_aid: "home_visit",
  petition_help: "reception",
};

/** True when a duty told next says what the deed before it was: 走访, and then 慰问. */
export const refines = (kind: DutyKind, last: Draft): boolean => REFINES[kind] === last.kind;

const AID: readonly DutyKind[] = ["poverty_aid", "education_aid", "donation"];

/** A record begun by a deed in plain words; `otherwise` is its kind where no word tells. */
export function guessedDraft(text: string, otherwise: DutyKind): Draft {
  const guess = guessKind(text);
  if (guess === undefined)
    return { kind: /参加|出席|列席/u.test(text) ? "meeting_attend" : otherwise, text, guessed: true };
  return { kind: guess.kind, text, ...(guess.confidence < SURE ? { guessed: true } : {}) };
}
