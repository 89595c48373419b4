import type { CountUnit } from "#src/domain/count-unit.ts";
import { VOICE } from "./clauses.ts";
import { isSeen } from "./find-seen.ts";
import { complains } from "./problems.ts";
import { senseUnit, senseVoices } from "./sense/sense.ts";
import { isTerse } from "./terse-matter.ts";
import type { Understanding } from "./understanding.ts";

/** What was read, with more that is to be asked. */
export const asking = (read: Understanding, more: Understanding["ask"]): Understanding => ({
  ...read,
  ask: [...new Set([...read.ask, ...more])],
});

/** Records as the rules read them; where the sense of all that was ever labelled is sure of something else, it is asked. */
export const withDoubts = (told: Understanding, canon: string): Understanding =>
  asking(told, [
    ...(isVoiceDoubtful(told, canon) ? (["intent", "text", "category"] as const) : []),
    ...(isCountDoubtful(told, canon) ? (["count"] as const) : []),
  ]);

/** Beyond these it is unlikely that a record comes without what residents said, or with it. */
const HEARD = 0.75;
const UNHEARD = 0.15;
/** The same where no word tells that somebody speaks. */
const UNSAID = 0.5;

// Opinions beside a record are where rules go wrong most: what both readers see alike is certain.
function isVoiceDoubtful(told: Understanding, canon: string): boolean {
  if (told.opinions.length > 0 && isSeen(canon)) return false;
  const heard = senseVoices(canon);
  if (told.opinions.length === 0) return heard > HEARD || isTerse(canon);
  const isSaid = VOICE.test(canon);
  return (
    (heard < (isSaid ? UNHEARD : UNSAID) && !(isSaid && told.opinions.every((one) => complains(one.text)))) ||
    (told.ask.includes("category") && !isSaid)
  );
}

/** From this on it is likely that an amount was overlooked. */
const COUNTED = 0.9;

// 走访了返乡农民工,一共8个: an amount in a unit that the rules found nothing of.
function isCountDoubtful({ reports }: Understanding, canon: string): boolean {
  const [only, other] = reports;
  if (only === undefined || other !== undefined) return false;
  const { best, chance } = senseUnit(canon);
  if (best === "none" || chance < COUNTED) return false;
  const alike = ALIKE.find((units) => units.includes(best)) ?? [best];
  return alike.every((unit) => only.counts?.[unit] === undefined);
}

// 3件 and 3起, 5人 and 5人次: which of them it is the rules know best.
const ALIKE: readonly (readonly CountUnit[])[] = [
  ["persons", "person_times"],
  ["items", "entries", "cases"],
  ["times", "sessions"],
  ["yuan", "wan_yuan"],
];
