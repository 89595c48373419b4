import { isCountUnit } from "#src/domain/count-unit.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { withoutRight } from "#src/understanding/without-right.ts";

/** What one part of a correction makes of itself: a change, a field that is wrong without what is right, or nothing. */
export type PartRead<T> = T | { readonly field: string; readonly value?: undefined } | undefined;

/** A part of a correction that was understood, or that was not: `words` as they were said. */
export type Part<T> = { readonly words: string; readonly read: PartRead<T> };

// 不是黄连村, 写成9户了: what was wrong belongs to what is right beside it.
const NOT_MEANT =
  /^(?:[而并就]?(?:不是|不在|不叫|非)[^,。是]*|(?:我|刚才|刚刚|之前|原来)*(?:误|错)?[写报填记说打搞弄选登算][成为错][^,。]*|没有?[那这]么多|[^,。]{1,8}[写报填记说打搞弄算]?(?:错|不对|有误|错误)[了啦]?)$/u;
const LEAD =
  /^(?:另外|还有就是|同时|并且|而且|还有一[个处点]|再就是|以及|也|然后)[,\s]*(?!也?[一-龥]{2,4}(?:代表)?$)/u;

/** Where one thing ends and another may begin: no 1,200. */
const BOUNDARY = /(?<!\d),|,(?!\d{3}(?:\D|$))|[;。!]/u;

/**
 * The parts of a correction, each of one thing: 数量错了,是9户 / 地点是平寨村. What is said to be right is left out. `first`
 * reads the words as they are, `next` what stands after a part that was understood.
 */
export function correctionParts<T extends { readonly field: string; readonly value: unknown }>(
  text: string,
  first: (words: string) => PartRead<T>,
  next: (words: string) => PartRead<T>,
): readonly Part<T>[] {
  const clauses = withoutRight(text.normalize("NFKC").trim())
    .split(BOUNDARY)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const parts: Part<T>[] = [];
  const readAt = (words: string) => (parts.length === 0 ? first(words) : next(words));
  let words = "";
  for (const clause of clauses) {
    const before = words === "" || NOT_MEANT.test(words) ? undefined : readAt(words);
    const wrong = words === "" ? undefined : readAt(words);
    const now = NOT_MEANT.test(clause) && !isUnit(clause) ? undefined : next(clause.replace(LEAD, ""));
    const isOther =
      now?.value !== undefined &&
      ((before?.value !== undefined && !isSame(before.field, now.field)) ||
        (before?.value === undefined && wrong !== undefined && isOtherThing(wrong.field, now.field)));
    if (isOther) {
      parts.push({ words, read: before ?? (wrong?.value === undefined ? wrong : undefined) });
      words = clause.replace(LEAD, "");
    } else words = words === "" ? clause : `${words},${clause}`;
  }
  if (words !== "") parts.push({ words, read: readAt(words) });
  return parts;
}

// 12户,不是人 takes the people out.
const isUnit = (clause: string): boolean =>
  /^[而并就]?不是(?:人次?|户|家|处|件|条|起|次|场)数?$/u.test(clause);
// A clock time goes with its day.
const SORTS: Readonly<Record<string, string>> = { time: "date", end: "date" };
const isSame = (one: string, other: string): boolean => (SORTS[one] ?? one) === (SORTS[other] ?? other);
// 人数不对,是12户: of amounts it is the one that is right.
const isOtherThing = (wrong: string, now: string): boolean =>
  !isSame(wrong, now) && !(isCountUnit(wrong) && isCountUnit(now));

// 是8家 is read as firms, and families are counted by the same word.
const ALIKE: Readonly<Record<string, string>> = { households: "enterprises", enterprises: "households" };

/** Amounts that stand in a part and are not what was made of it: 是9户,还有那个啥3人. */
export function unreadIn(parts: readonly Part<{ readonly field: string }>[]): readonly string[] {
  const read = new Set(parts.flatMap((one) => one.read?.field ?? []));
  return parts.flatMap(({ words }) =>
    words
      .split(/[,;。]/u)
      .filter(
        (clause) =>
          !NOT_MEANT.test(clause) && !/[那这上]一?[条次个]|[写报填记说打算][成为的错]|原/u.test(clause),
      )
      .flatMap((clause) =>
        Object.keys(findCounts(clause).counts).every((unit) =>
          [unit, ALIKE[unit] ?? "uncounted", "uncounted"].some((one) => read.has(one)),
        )
          ? []
          : [clause],
      ),
  );
}
