import type { Counts } from "#src/domain/count-unit.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { findNames } from "#src/understanding/names.ts";
import { timeIn } from "./part-of-day.ts";

/** Pieces that a line adds to a report. */
export type Additions = Pick<ReportDraft, "place" | "counts" | "approx" | "with" | "time">;

const LONGEST = 24;
const PLACE =
  /[\u4e00-\u9fff]{1,8}?(?:村|社区|小区|镇|街道|乡|广场|学校|敬老院|工地|联络站)(?:[一二三四五六七八九十\d]{1,3}组)?/u;
// 地点改成平寨村, 还去了敬老院: what leads to a place is no part of its name.
const LEAD =
  /^(?:还|又|后来|地点|地方|位置|不对|应该|改成|改为|改到|换成|就是|是|在|到|去了|去过|去|了|[\s,:])+/u;
const AMOUNT =
  /(?!一起)(?:大概|大约|差不多|约|有)?[\d一二两三四五六七八九十百千几]+(?:来|多|余|几|把)?个?(?:户|人次|人|名|位|件|条|起|次|场|家|处|小时|天|公里|亩|盏)(?:左右|吧)?/gu;
const CLOCK = /(?:凌晨|清早|早上|早晨|上午|中午|下午|傍晚|晚上)?(?:\d{1,2}(?:点|:)(?:半|\d{1,2}分?)?)?/gu;
// 4户改成5户 takes the place of what stood there.
const FROM_TO = /[\d一二两三四五六七八九十百千几][^,。]{0,3}(?:改|换|更正|变)[成为到]/u;
const FILLER =
  /(?:和|跟|与|同|还有|一起|一道|一共|总共|共|去|来|的|了|吧|在|到|是|大概|大约|差不多|左右|代表|也|都|我们|我|当时|那天|地点|数量|时间|同行|加上|补上|[\s,.;\u3001\u3002!])/gu;

/**
 * What a short line adds to a report that is open, where it is nothing but pieces of one: 黄连村, 十几户吧, 和王芳一起去的.
 * A line that names a day or a duty of its own is another report.
 */
export function readAdditions(said: string, { people, places, today }: Facts): Additions | undefined {
  const line = said.normalize("NFKC").trim();
  if (line.length > LONGEST || /[?]/u.test(line) || FROM_TO.test(line)) return undefined;
  if (mainKind(line) !== undefined || findDates(line, { today, prefer: "past" }).length > 0) return undefined;
  const names = findNames(line, people);
  const { counts, approx, vague } = findCounts(line);
  const time = timeIn(line);
  const plain = names
    .reduce((rest, name) => rest.replace(name, ""), line)
    .replace(AMOUNT, "")
    .replace(CLOCK, "");
  const place = placeIn(plain, places);
  const left = (place === undefined ? plain : plain.replace(place, "")).replace(LEAD, "").replace(FILLER, "");
  const hasCounts = Object.keys(counts).length > 0;
  const found = {
    ...(place === undefined ? {} : { place }),
    ...(hasCounts ? { counts, approx } : {}),
    ...(names.length === 0 ? {} : { with: names }),
    ...(time === undefined ? {} : { time }),
  };
  return left === "" && !vague && Object.keys(found).length > 0 ? found : undefined;
}

// 和杨姐去看了学校 ends like a place, and tells of something that was done.
const IS_TOLD = /[和跟与同去看来到过了在把被我他她您你们]/u;

function placeIn(text: string, places: readonly string[]): string | undefined {
  const known = places.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0];
  const shaped = PLACE.exec(text.replace(LEAD, ""))?.[0];
  if (known === undefined && shaped !== undefined && IS_TOLD.test(shaped)) return undefined;
  return known !== undefined && (shaped === undefined || !shaped.includes(known)) ? known : shaped;
}

/** The report with the pieces that a line adds; 还去了 names one place more. */
export const withAdditions = (report: ReportDraft, said: Additions, line: string): ReportDraft => {
  const added = said.counts === undefined ? said : { ...said, counts: ofItsKind(report, said.counts, line) };
  return withPieces(report, added, line);
};

// 8家 of a visit to firms: these, and no families.
function ofItsKind({ kind, counts = {} }: ReportDraft, said: Counts, line: string): Counts {
  const { households, ...others } = said;
  const isOfFirms =
    counts.households === undefined && (counts.enterprises !== undefined || kind === "enterprise_visit");
  return households === undefined || !isOfFirms || line.includes("户")
    ? said
    : { ...others, enterprises: households };
}

const withPieces = (report: ReportDraft, added: Additions, line: string): ReportDraft => ({
  ...report,
  ...added,
  ...(added.place === undefined ? {} : { place: placeAfter(report.place, added.place, line) }),
  ...(added.counts === undefined
    ? {}
    : {
        counts: { ...report.counts, ...added.counts },
        approx: [...new Set([...(report.approx ?? []).filter(isNotIn(added)), ...(added.approx ?? [])])],
      }),
  ...(added.with === undefined ? {} : { with: [...new Set([...(report.with ?? []), ...added.with])] }),
});

const placeAfter = (before: string | undefined, now: string, line: string): string =>
  before !== undefined && !before.includes(now) && /^(?:还|又|后来)/u.test(line) ? `${before}、${now}` : now;

const isNotIn =
  ({ counts }: Additions) =>
  (unit: string): boolean =>
    counts === undefined || !Object.hasOwn(counts, unit);
