import type { OpinionDraft } from "#src/domain/draft.ts";
import { VOICE } from "./clauses.ts";
import { isSeen } from "./find-seen.ts";
import { guarded } from "./guarded.ts";
import { isThreat } from "./opinions.ts";
import { isProblem } from "./problems.ts";
import { toCanon } from "./sense/canon.ts";
import { senseMatter } from "./sense/sense.ts";
import type { RecordPart } from "./told.ts";
import type { Askable, ReadingContext } from "./understanding.ts";

/** Below this it is asked about whether a matter of residents was told. */
const DOUBTED = 0.25;
/** Below this it was none. */
const NONE = 0.05;

/** An opinion, and the words that it was read from. */
type Spoken = { readonly voice: string; readonly opinion: OpinionDraft };

/** What is left of records and opinions once each opinion was weighed. */
type Weighed = {
  readonly records: readonly RecordPart[];
  readonly opinions: readonly OpinionDraft[];
  readonly ask: readonly Askable[];
};

/**
 * Weighs what the rules took for matters of residents by all that was ever labelled: 位置在车站社区 goes back to the
 * record that it was said with, and what may be none is asked about. Never weighed away: danger, what somebody is
 * told to have said, what names a wrong, what a message holds alone, and the items of a list that was announced.
 */
export function weighMatters(
  records: readonly RecordPart[],
  spoken: readonly Spoken[],
  { people, places }: ReadingContext,
  listed: boolean,
): Weighed {
  const isSaid = (nth: number): boolean => {
    const one = spoken[nth];
    return (
      one !== undefined && (isHeard(one.voice, one.opinion) || (GOES_ON.test(one.voice) && isSaid(nth - 1)))
    );
  };
  const weighed = spoken.map(({ opinion }, nth) => ({
    opinion,
    chance:
      (listed && spoken.length > 1) || isSaid(nth) ? 1 : senseMatter(toCanon(opinion.text, people, places)),
  }));
  // Without a record there is nothing that it could go back to, and it would be lost.
  const beside = records.length > 0;
  const isNone = ({ opinion, chance }: (typeof weighed)[number]): boolean =>
    beside && chance < NONE && !isProblem(opinion.text);
  const kept = weighed.filter((one) => !isNone(one));
  const back = weighed.filter(isNone).map((one) => one.opinion.text);
  const last = records.at(-1);
  const whole = last === undefined ? undefined : { ...last, text: [last.text, ...back].join(",") };
  return {
    records: whole === undefined || back.length === 0 ? records : [...records.slice(0, -1), whole],
    opinions: kept.map((one) => one.opinion),
    ask: kept.some(({ chance }) => chance < DOUBTED) ? ["intent", "text", "category"] : [],
  };
}

// 大家说充电桩少,还有物业涨价: the same people go on.
const GOES_ON = guarded(
  /^[\s,。;]*(?:还有|另外|再就是|再有|其次|此外)(?![^,。;]{0,6}(?:去|到|走访|接待|参加)了)/u,
);

const isHeard = (voice: string, { urgent, text }: OpinionDraft): boolean =>
  urgent === true || isThreat(text) || VOICE.test(voice) || isSeen(voice);
