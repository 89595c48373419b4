import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { AverageOver } from "#src/domain/figures/average.ts";
import type { Cut, FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { Facts } from "#src/domain/facts.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { normalise } from "#src/understanding/normalise.ts";
import { smooth } from "#src/understanding/smooth.ts";
import { kindWords } from "./asked-kinds.ts";
import { saidPlaces, withWholeNames } from "./asked-places.ts";
import { findTowns } from "./asked-towns.ts";
import { filingWords } from "./filing-asked.ts";
import { FRAMING } from "./framing.ts";
import { readAverage } from "./read-average.ts";
import { findMark } from "./read-mark.ts";

// 慰问困难群众: those in need are whom that duty is for.
const HELPED = /困难(?:群众|户|家庭|居民|村民)?/gu;
const STATIONS = /(?:代表)?联络站/gu;
const CONTENT = /[一-鿿\dA-Za-z]/u;
// Where one word ends and the next begins.
const WORDS = new Intl.Segmenter("zh", { granularity: "word" });

// What is asked of attendance and of who has told nothing, and the meetings there are.
const LISTED =
  /缺[席勤会]|旷会?|出勤率?|到会率?|出席率?|参会|考勤|应到|实到|到场|签到|请假|无故|擅自|未经(?:批准|同意|请假)|迟到|早退|未(?:曾|能)?|没得|空白|零报告|零|漏报|漏|催一?[下催]?|至今|一直|从来|从未|连续|以上|以下|超过|至少|不少于|大于|达到?|满|任何|为止|[一二两三四五六七八九十百\d]+次|人代会|人民代表大会|代表大会|大会|全体|闭会期间|培训|学习|座谈|讨论|审议|代表团|会议|动静|动作|音信|消息|反应|尚未|报送|上传|挂零|列席|常委会(?:会议)?|主任会议|集中|核查|先看看|请将|拉(?:个|一个|给)?|单子|写|列明|提供|予|我?好?打电话|报告|述职|自评|为什么|为啥子?|怎么样?|算|[开来到走]|假|会/gu;

/** What a figure goes by. */
export type UsedBy = {
  readonly basis: FigureBasis;
  readonly by?: Cut;
  readonly kinds?: readonly DutyKind[];
  readonly over?: AverageOver;
  readonly filed?: true;
  /** It lists who was absent or has no record, and counts no duty. */
  readonly list?: true;
};

/**
 * Words of a question about duty that nothing of its answer goes by: 冒雨 in 今年冒雨走访多少户. A figure that leaves
 * them out is that of another question unless it says so. Undefined where all of it was used.
 */
export function unusedWords(
  { basis, by, kinds, over, filed, list }: UsedBy,
  said: string,
  facts: Pick<Facts, "today" | "places">,
): string | undefined {
  const text = withWholeNames(smooth(normalise(said)).text, facts);
  const used = text.split("").map((character) => !CONTENT.test(character));
  const left = (): string =>
    text
      .split("")
      .map((character, at) => (used[at] === true ? "|" : character))
      .join("");
  const take = (from: number, length: number): void => void used.fill(true, from, from + length);
  for (const words of [
    ...periodsOf(basis, text, facts.today),
    ...namesOf(basis, facts.places, text),
    over === undefined ? "" : (readAverage(text)?.words ?? ""),
    filed === undefined ? "" : (filingWords(text) ?? ""),
    findCut(text)?.text ?? "",
    by === "township" || list === true ? (findTowns(text)?.text ?? "") : "",
    basis.mark === undefined ? "" : (findMark(text)?.words ?? ""),
  ])
    for (let at = text.indexOf(words); words !== "" && at >= 0; at = text.indexOf(words, at + words.length))
      take(at, words.length);
  if (basis.kind !== undefined || kinds !== undefined) {
    const named = mainKind(left());
    if (named !== undefined) take(named.index, named.length);
    for (const { 0: words, index } of left().matchAll(kindWords())) take(index, words.length);
    if (basis.kind === "poverty_aid")
      for (const { 0: words, index } of text.matchAll(HELPED)) take(index, words.length);
  }
  if (list === true)
    for (const words of [LISTED, kindWords()])
      for (const found of left().matchAll(words)) take(found.index, found[0].length);
  if (by === "station")
    for (const { 0: words, index } of left().matchAll(STATIONS)) take(index, words.length);
  for (const { 0: words, index } of left().matchAll(FRAMING)) take(index, words.length);
  return quoted(text, used);
}

// 今年上午: records are counted by day.
const PART_OF_DAY = /[上中下]午|早上|晚上|早晨|夜里|凌晨/gu;

// Only where the period that is told begins or ends: of 今年和去年, asked of this year, 去年 is left.
const periodsOf = ({ from, to }: FigureBasis, text: string, today: Day): readonly string[] =>
  findDates(text, { today, prefer: "past" })
    .filter((one) => one.start === from || one.end === to)
    .map((one) => one.text.replace(PART_OF_DAY, ""));

const namesOf = (
  { org, orgs = [], person, kind }: FigureBasis,
  places: readonly string[],
  text: string,
): readonly string[] => [
  ...[org, person].filter((one) => one !== undefined),
  // 羊昌镇黄连村: the town says where the village is.
  ...(org === undefined ? [] : places.filter((one) => text.includes(one + org))),
  ...orgs,
  ...(orgs.length === 0 ? [] : saidPlaces(text, { places })),
  ...(kind === undefined ? [] : [DUTY_KINDS[kind].name]),
];

/** As many characters of the question as are worth telling. */
const MOST = 16;

// Whole words: 午 that is left of 上午 would tell nobody anything.
function quoted(text: string, used: readonly boolean[]): string | undefined {
  const words = [...WORDS.segment(text)];
  const isLeft = ({ index, segment }: Intl.SegmentData): boolean =>
    used.slice(index, index + segment.length).includes(false);
  const first = words.findIndex(isLeft);
  if (first < 0) return undefined;
  const behind = words.slice(first).findIndex((one) => !isLeft(one));
  const run = words.slice(first, behind < 0 ? undefined : first + behind);
  const told = run.map(({ segment }) => segment).join("");
  const next = words[first + run.length];
  return (told.length > 1 ? told : told + (next?.isWordLike === true ? next.segment : "")).slice(0, MOST);
}
