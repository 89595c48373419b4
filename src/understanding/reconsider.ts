import type { DutyKind } from "#src/domain/duty-kind.ts";
import { isOneOfThem, VOICE } from "./clauses.ts";
import { isSeen } from "./find-seen.ts";
import { guarded } from "./guarded.ts";
import { parseNumber } from "./numbers.ts";
import { withoutSpeaker } from "./without-speaker.ts";
import { complains, isProblem } from "./problems.ts";
import { senseRecords, senseVoices } from "./sense/sense.ts";
import type { RecordPart, Story } from "./told.ts";
import { isUrgent } from "./urgent.ts";

/** From this on the sense of all that was ever labelled is followed against what the clauses seem to tell. */
const SURE = 0.9;
/** The same where somebody speaks or a wrong is named, which is asked about rather than lost, or two duties are. */
const CERTAIN = 0.99;

/**
 * A story after a look at the whole message: what sounds like a matter though nobody is heard in it belongs to what
 * was done, and what was told in two breaths is one record. `canon` gives the message as it is weighed.
 */
export function reconsider(story: Story, text: string, canon: () => string): Story {
  const heard = isUnheard(story, canon) ? withoutVoices(story, text) : story;
  return heard.records.length > 1 && !APART.test(text) && isOne(heard, canon) ? asOne(heard) : heard;
}

// Who is said to have spoken of what is wrong is heard, whatever the sense says; so are danger and what a deputy saw.
const isUnheard = ({ records, voices }: Story, canon: () => string): boolean =>
  records.length > 0 &&
  voices.length > 0 &&
  !areAnnounced(records, voices) &&
  !voices.some((voice) => isUrgent(voice) || isSeen(voice) || (VOICE.test(voice) && complains(voice))) &&
  1 - senseVoices(canon()) >= (voices.some((voice) => isProblem(voice) || isSpoken(voice)) ? CERTAIN : SURE);

// 收集意见2条:首先是…,其次是…: as many as were announced; 一批讲工资,一批讲补偿: one after the other.
const ANNOUNCED = guarded(
  /(?:意见|建议|问题|诉求)[^,。;:]{0,4}?(?<many>\d|[一二两三四五六七八九])[条个件][^,。;:]{0,4}[:,]\s*$/u,
);
const areAnnounced = (records: readonly RecordPart[], voices: readonly string[]): boolean =>
  voices.length > 1 && (voices.every(isOneOfThem) || areAsMany(records, voices));
const areAsMany = (records: readonly RecordPart[], voices: readonly string[]): boolean =>
  parseNumber(ANNOUNCED.exec(records.at(-1)?.text.slice(-30) ?? "")?.groups?.["many"] ?? "")?.value ===
  voices.length;

// 老乡讲自来水发黄: somebody speaks, and of something, in however few words.
const SHORTEST = 4;
const isSpoken = (voice: string): boolean => VOICE.test(voice) && withoutSpeaker(voice).length >= SHORTEST;

const isOne = ({ records }: Story, canon: () => string): boolean =>
  !areWritten(records) && senseRecords(canon()).of("one") >= (isOfOne(records) ? SURE : CERTAIN);

// 领衔议案一件,附议议案二件: each of them, and each with its number.
const PAPERS: readonly DutyKind[] = ["motion_lead", "motion_cosign", "suggestion_lead", "suggestion_cosign"];
const NUMBERED = guarded(/[\d一二两三四五六七八九十][件份条个]/u);
const areWritten = (records: readonly RecordPart[]): boolean =>
  records.every(({ kind, text }) => PAPERS.includes(kind) && NUMBERED.test(text));

// 走访商户,走了二十多家: the same duty, or one that is only guessed at.
const isOfOne = (records: readonly RecordPart[]): boolean =>
  new Set(records.filter((one) => one.guessed !== true).map((one) => one.kind)).size < 2;

// 上午…下午…, 昨天…今天…, 另外, a list: what is told apart stays so.
const DAY =
  "(?:\\d[日号]|[今昨前]天|[今昨]晚|今早|(?:周|星期|礼拜)[一二三四五六日天末]|\\d{1,2}[./]\\d{1,2})";
const APART = guarded(
  new RegExp(
    `(?:上午|早上|中午)[^]{1,80}(?:下午|晚上|中午)|${DAY}[^]{1,80}${DAY}|[;\\n]|另外|此外|会后|然后|接着|随后|后来|同时|[还又](?:提(?=了?[一二两三四五\\d])|附议|交了|去|到|参加|接待|走访|看望|慰问|调解|联名)|[两二三四\\d](?:个活动|项|件事|桩|样)|也(?:已经?)?(?:做|搞|交|办|完成|开)(?:完|好|过)?了`,
    "u",
  ),
);

function withoutVoices({ records, voices, ...rest }: Story, text: string): Story {
  const last = records.at(-1);
  if (last === undefined) return { records, voices, ...rest };
  const whole = records.length === 1 ? text : last.text + voices.join("");
  return { ...rest, records: [...records.slice(0, -1), { ...last, text: whole }], voices: [] };
}

function asOne({ records, ...rest }: Story): Story {
  const main = records.find((one) => one.guessed !== true) ?? records[0];
  const text = records.map((one) => one.text).join("");
  return main === undefined ? { records, ...rest } : { ...rest, records: [{ ...main, text }] };
}
