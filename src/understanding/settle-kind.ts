import type { DutyKind } from "#src/domain/duty-kind.ts";
import { type Guarded, guarded } from "./guarded.ts";
import { toCanon } from "./sense/canon.ts";
import { senseKind } from "./sense/sense.ts";
import { isNamed } from "./is-named.ts";
import type { RecordPart } from "./told.ts";
import type { ReadingContext } from "./understanding.ts";

/** A guess that the sense of all labelled messages shares needs no more than this. */
const SHARED = 0.4;
/** From this on it is taken instead of a guess. */
const BETTER = 0.5;
/** From this on it needs nobody's agreement. */
const ALONE = 0.85;
/** From this on its doubt of a duty that was named makes it uncertain. */
const DOUBTED = 0.6;
/** From this on it is taken instead of a duty that was named, where that one is as good as ruled out. */
const CERTAIN = 0.95;
const RULED_OUT = 0.02;
/** Below this a kind that rules named is asked about, whatever else it may be: half of such readings were wrong. */
const FOREIGN = 0.2;
/** Below this a kind is held to be unlikely. */
const UNLIKELY = 0.05;

// 那个议案我签了名: no other duty is told so.
const SIGNED = guarded(/我[^,。]{0,12}(?:(?:附议|联名)(?:了|(?=[,。]|$))|签(?:了|的|过|个)?[字名])/u);
// 前天写了个建议: whatever it is about.
const WROTE = guarded(/写了一?[个份件条](?:代表)?建议(?!的)/u);
const COSIGNED: readonly DutyKind[] = ["motion_cosign", "suggestion_cosign"];
// What is called by its name needs nobody's agreement: 面商 is of a suggestion, 培训班 is a training.
const CALLED: Readonly<Partial<Record<DutyKind, Guarded>>> = {
  suggestion_followup: guarded(/面商|督办/u),
  training: guarded(/培训班|研修班|轮训/u),
  meeting_attend: guarded(
    /(?:召开|组织|举办|召集)的?[^,。]{0,14}(?:座谈会|听证会|论证会)|座谈会,[^,。]{2,12}(?:召集|组织)的/u,
  ),
  motion_lead: guarded(/(?:牵头|领衔)[^,。]{0,24}议案/u),
  suggestion_lead: guarded(/(?:牵头|领衔)[^,。]{0,24}建议/u),
  motion_cosign: guarded(/议案[^,。]{0,12}(?:签了[^,。]{0,2}名|签了字)/u),
  opinion_feedback: guarded(
    /(?:告知|回复|答复)了?(?:反映|提)(?:此事|问题|意见)?的|[已经]?电话(?:回复|答复|告知)反映/u,
  ),
};

// 给小学捐书 is a gift and helps learning, 走访7户送棉被 and 入户看望4户 are visits to people in need: nobody is asked which.
function eitherOf(one: DutyKind, other: DutyKind, text: string): DutyKind | undefined {
  if (one === other) return undefined;
  if (GIFTS.includes(one) && GIFTS.includes(other) && SCHOOLED.test(text))
    return /贫困|困难|学费|助学/u.test(text) ? "education_aid" : one;
  return VISITS.includes(one) && VISITS.includes(other) && BROUGHT.test(text) ? "poverty_aid" : undefined;
}
const GIFTS: readonly DutyKind[] = ["donation", "education_aid"];
const VISITS: readonly DutyKind[] = ["home_visit", "poverty_aid"];
const SCHOOLED = guarded(
  /(?:学校?|幼儿园|村小|图书)[^,。;]{0,10}捐|捐[^,。;]{0,16}(?:书|课桌|桌椅|文具|校服|电脑)/u,
);
const BROUGHT = guarded(/走访[^。;]{0,24}(?:送|慰问|每[户人家])|入户看望/u);

/** The kind of a record, by the words that name it and by all that was ever labelled, and whether it is certain. */
export function settleKind(
  { kind, rival, guessed, text }: RecordPart,
  { people, places }: ReadingContext,
): { readonly kind: DutyKind; readonly sure: boolean } {
  const sensed = senseKind(toCanon(text, people, places));
  const { best, chance } = sensed;
  if (SIGNED.test(text) && (COSIGNED.includes(kind) || COSIGNED.includes(best)))
    return { kind: text.includes("议案") ? "motion_cosign" : "suggestion_cosign", sure: true };
  if (kind === "suggestion_lead" && WROTE.test(text)) return { kind, sure: true };
  const named = isNamed(kind, text);
  if (best === kind) return { kind, sure: (guessed ?? rival) === undefined || chance >= SHARED || named };
  const either = eitherOf(kind, rival ?? best, text);
  if (either !== undefined) return { kind: either, sure: true };
  if (guessed === true && named) return { kind, sure: true };
  if (guessed === true)
    return chance >= BETTER
      ? { kind: best, sure: chance >= ALONE || isNamed(best, text) }
      : { kind, sure: false };
  if (rival !== undefined)
    return best === rival
      ? { kind: best, sure: chance >= DOUBTED || isNamed(best, text) }
      : { kind, sure: named };
  if (chance >= CERTAIN && sensed.of(kind) < RULED_OUT)
    return { kind: best, sure: CALLED[best]?.test(text) === true || isNamed(best, text) };
  if (named) return { kind, sure: true };
  const own = sensed.of(kind);
  return { kind, sure: own >= FOREIGN || (chance < DOUBTED && own >= UNLIKELY) };
}
