import type { Facts } from "#src/domain/facts.ts";
import type { Amendment, Change } from "#src/domain/requests/amendment.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { fieldNamed } from "#src/understanding/correction-fields.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "./card.ts";
import { companionsPutRight } from "./companions-put-right.ts";
import { correctionParts, type PartRead, unreadIn } from "./correction-parts.ts";
import { miscountedIn, withoutSlip } from "./miscounted.ts";
import { timeIn } from "./part-of-day.ts";
import { uncountedIn } from "./uncounted.ts";

/**
 * What is to be different, with the time of day where one was said, and all that the words change beside it; what of
 * them could not be made out is `unread`. Undefined where nothing can be told.
 */
export function readCorrection(said: string, facts: Facts, at: Date): Amendment | undefined {
  const text = withoutSlip(said);
  const parts = correctionParts<Change>(
    text.replace(BETWEEN_AMOUNTS, ","),
    (words) => readFirst(words, facts, at),
    (words) => readNext(words, facts, at),
  );
  const read = parts.flatMap(
    (one) =>
      companionsIn(one.words, facts) ?? (isChange(one.read) ? withEnd(one.read, one.words, facts) : []),
  );
  const changes = read.filter((one, index) => !isSaidAgain(one, read, index));
  const [first, ...others] = changes;
  if (first === undefined) return readWhole(text, facts, at);
  const unsaid = parts.flatMap((one) => (one.read !== undefined && !isChange(one.read) ? [one.words] : []));
  const unread = [...unsaid, ...unreadIn(parts)];
  return { ...chained(first, others), ...(unread.length === 0 ? {} : { unread }) };
}

// 12户、46人 are two things, as 12户,46人 are.
const BETWEEN_AMOUNTS = /(?<=[\d余多](?:户|家|人次?|名|位|件|起|条|次|场|个))、(?=约?\d)/gu;

const readWhole = (text: string, facts: Facts, at: Date): Change | undefined => {
  const change = readChange(text, facts, at);
  return isChange(change) ? change : undefined;
};

/** True for words that put several things right, or one and something that cannot be made out. */
export const correctsSeveral = (text: string, facts: Facts, at: Date): boolean => {
  const line = text.normalize("NFKC");
  if (line.length > LONGEST || !SEVERAL.test(line) || !CORRECTS.test(line)) return false;
  const read = readCorrection(text, facts, at);
  return read?.also !== undefined || (read !== undefined && line.split(/[,;。]/u).some(takesOut));
};
const takesOut = (clause: string): boolean => uncountedIn(clause) !== undefined;
const LONGEST = 60;
const SEVERAL = /[,;。!].{2}/u;
const CORRECTS =
  /错|不对|不是(?!一个人|自己|单独|空手|走马|光)|改|应该|应为|有误|更正|没有|只有|去掉|删|(?:数量?|地[点方]|日期|时间|同行|类型|内容)/u;

const chained = (first: Change, [next, ...others]: readonly Change[]): Amendment =>
  next === undefined ? first : { ...first, also: chained(next, others) };

// 24号到27号: where it ended is put right with where it began.
function withEnd(change: Change, words: string, { today }: Facts): readonly Change[] {
  if (change.field !== "date") return [change];
  const stretch = findDates(words.normalize("NFKC"), { today, prefer: "past" }).find(
    ({ start, end, wide }) => !wide && start === change.value && end > start,
  );
  if (stretch === undefined) return [change];
  return [change, { field: "end", value: stretch.end, ...(change.yearless ? { yearless: true } : {}) }];
}

const isChange = (read: PartRead<Change>): read is Change => read?.value !== undefined;

// 没有12户,只有9户: how many they are, and not that they are not counted. Of two for one field the later is meant.
const isSaidAgain = (one: Change, all: readonly Change[], index: number): boolean =>
  one.field === "uncounted"
    ? all.some((other) => other.field === one.value)
    : one.field !== "with" && all.some((other, at) => at > index && other.field === one.field);

// 改成5户,陈建国没去: he was not there, and those who are named beside him stay.
function companionsIn(words: string, facts: Facts): readonly Change[] | undefined {
  const all: Change[] = [];
  let next: Amendment | undefined = companionsPutRight(words, facts);
  while (next !== undefined) {
    const { also, unread: _, ...change }: Amendment = next;
    all.push(change);
    next = also;
  }
  return all.length === 0 ? undefined : all;
}

const readFirst = (words: string, facts: Facts, at: Date): PartRead<Change> =>
  companionsIn(words, facts)?.[0] ??
  uncountedIn(words) ??
  miscountedIn(words) ??
  readChange(words, facts, at);

function readNext(words: string, facts: Facts, at: Date): PartRead<Change> {
  const off = companionsIn(words, facts)?.[0] ?? uncountedIn(words);
  if (off !== undefined) return off;
  const read = readChange(asOrder(words), facts, at);
  return read !== undefined && isSure(read, words) ? read : undefined;
}

// 8户, 地点平寨村, 那天是11月30号: as what it would be by itself.
function asOrder(words: string): string {
  const added = words.replace(WITH_MORE, "");
  if (added.startsWith("还有")) return added;
  if (words.startsWith("改")) return words;
  if (NAMES_FIELD.test(words)) return `改${words}`;
  return /^(?:[是在为]|应|那|只|其实|实际|不是)/u.test(words) ? `不对,${words}` : `不对,是${words}`;
}
const NAMES_FIELD =
  /^(?:[把将])?(?:类型|时间|日期|日子|地[点方名]|人[数次]|户数|次数|件数|数量|同[行去]|内容|[村镇]名)/u;

// 同行还有张伟: they come to those who were named.
const WITH_MORE = /^(?:同行|同去)(?:的|代表)*(?=还有)/u;

// 走访的 beside something else tells of what, and changes no kind.
const isSure = ({ field }: { readonly field: string }, words: string): boolean =>
  field === "kind" || field === "text" || field === "category"
    ? fieldNamed(words) === field
    : field !== "with" || /同[行去]|一起|一路|一道|还有|代表|跟|和/u.test(words);

function readChange(text: string, facts: Facts, at: Date): PartRead<Change> {
  const { intent, correction } = understand(text, readingContext(facts, at));
  if (intent !== "correction") return undefined;
  const time = timeIn(text);
  if (correction?.value === undefined)
    return time !== undefined && /时间|钟点|时候/u.test(text) ? { field: "time", value: time } : correction;
  // Whoever is said not to have come is not who went instead of all others.
  if (correction.field === "with" && NOT_THERE.test(text)) return undefined;
  if (correction.field !== "date") return correction;
  const { field, value } = correction;
  return {
    field,
    value,
    ...(time === undefined ? {} : { time }),
    ...(isYearless(text) ? { yearless: true } : {}),
    ...(isWeekly(text) ? { weekly: true } : {}),
  };
}

const NOT_THERE = /没(?:有|得)?(?:[和跟与同]我们?|一起|一道)?(?:去|来|在|参加|到)/u;

// 12月3日 says no year; 昨天 and 上周三 are of one.
const isYearless = (words: string): boolean => {
  const text = words.normalize("NFKC");
  return (
    /(?:\d|[一二三四五六七八九十冬腊正])月|\d[./-]\d/u.test(text) && !/年|上个?月|这个?月|本月/u.test(text)
  );
};

// 那天是星期四,不是星期五: of the week of the record, whenever it is put right.
const isWeekly = (text: string): boolean =>
  /那[天次]|当天|不是(?:周|星期|礼拜)/u.test(text) &&
  /(?:周|星期|礼拜)[一二三四五六日天末]/u.test(text) &&
  !/[上这本下前]+个?(?:周|星期|礼拜)|\d|月|[昨今前]天/u.test(text);
