import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { noteDates } from "#src/understanding/dates/notation.ts";
import { anyDay, DAY_MS, iso } from "#test/support/spoken-days.ts";

describe("days that do not exist", () => {
  test("are found, doubtful, and never passed on as known", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom("2月30", "2月31", "4月31", "6月31", "9月31", "11月31", "13月1"),
        (today, day) => {
          const [found] = findDates(`${day}日走访`, { today: iso(today), prefer: "past" });
          expect(found?.doubtful).toBe(true);
          const now = { day: today.getTime() / DAY_MS, second: 0, direction: "past" as const };
          expect(noteDates(`${day}日走访`, now)).toEqual([]);
        },
      ),
    );
  });
});

describe("any text at all", () => {
  const pieces = fc.constantFrom(
    "1",
    "12",
    "2016年",
    "三月",
    "5月8日",
    "8号",
    "周三",
    "上周",
    "到",
    "-",
    "和",
    "、",
    "之间",
    "每",
    "下午",
    "3点",
    ":30",
    "前",
    "后",
    "以来",
    "三天",
    "半小时",
    "国庆",
    "农历",
    "初五",
    "第",
    "最后",
    "一",
    "点",
    "户",
    ",",
    "的",
    "(",
    ")",
    "今天",
    "底",
  );
  const strange = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 30 }).map((list) => list.join("")),
  );

  test("is read without a fault, in order, inside the text, and with ends that are not before their starts", () => {
    fc.assert(
      fc.property(
        strange,
        anyDay,
        fc.constantFrom("past" as const, "future" as const),
        (text, today, prefer) => {
          let from = 0;
          for (const { index, text: words, start, end } of findDates(text, { today: iso(today), prefer })) {
            expect(text.slice(index, index + words.length)).toBe(words);
            expect(index).toBeGreaterThanOrEqual(from);
            expect(start <= end).toBe(true);
            expect(iso(new Date(start))).toBe(start);
            from = index + words.length;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
