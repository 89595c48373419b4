import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDay, DAY_MS, iso, later, nearby, NUMERALS, pad, past, spell } from "#test/support/spoken-days.ts";

describe("ranges", () => {
  const until = fc.constantFrom("到", "至", "-", "~", "—", " - ");

  test("of days in one month", () => {
    fc.assert(
      fc.property(nearby, fc.integer({ min: 1, max: 27 }), until, ({ day, today }, length, mark) => {
        const end = later(day, length);
        fc.pre(end <= today && end.getUTCMonth() === day.getUTCMonth());
        const month = day.getUTCMonth() + 1;
        const said = `${month}月${day.getUTCDate()}日${mark}${end.getUTCDate()}日`;
        expect(past(`${said}培训`, today)).toEqual([`${iso(day)}..${iso(end)}`]);
      }),
    );
  });

  test("over the end of a month or a year", () => {
    fc.assert(
      fc.property(nearby, fc.integer({ min: 1, max: 100 }), until, ({ day, today }, length, mark) => {
        const end = later(day, length);
        const name = (one: Date): string => `${one.getUTCMonth() + 1}月${one.getUTCDate()}日`;
        expect(past(`${name(day)}${mark}${name(end)}`, today)).toEqual([`${iso(day)}..${iso(end)}`]);
      }),
    );
  });

  test("of months and of quarters end with their last day", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (today, month, quarter) => {
          const year = today.getUTCFullYear() - 1;
          const monthEnd = iso(new Date(Date.UTC(year, month, 0)));
          expect(past(`去年${month}月`, today)).toEqual([`${year}-${pad(month)}-01..${monthEnd}`]);
          const quarterEnd = iso(new Date(Date.UTC(year, quarter * 3, 0)));
          expect(past(`${year}年${NUMERALS[quarter]}季度`, today)).toEqual([
            `${year}-${pad(quarter * 3 - 2)}-01..${quarterEnd}`,
          ]);
        },
      ),
    );
  });
});

describe("the lunar calendar", () => {
  // The oracle here is Intl's Chinese calendar.
  const format = new Intl.DateTimeFormat("en-u-ca-chinese", {
    timeZone: "UTC",
    month: "numeric",
    day: "numeric",
  });
  const lunarOf = (day: Date): { month: string; date: number } => {
    const parts = new Map(format.formatToParts(day).map(({ type, value }) => [type, value]));
    return { month: parts.get("month") ?? "", date: Number(parts.get("day")) };
  };
  const MONTHS = Array.from("正二三四五六七八九十冬腊");
  const name = (date: number): string => (date <= 10 ? `初${spell(date)}` : spell(date));

  // Intl misplaces a new moon close to midnight by a day, as that of November 2018: so much is forgiven.
  const known = fc
    .integer({ min: Date.UTC(2001, 1, 1) / DAY_MS, max: Date.UTC(2049, 11, 31) / DAY_MS })
    .map((number) => new Date(number * DAY_MS));

  test("a lunar day is read back", () => {
    fc.assert(
      fc.property(known, fc.nat(300), (day, ahead) => {
        const { month, date } = lunarOf(day);
        fc.pre(/^\d+$/u.test(month));
        const said = `农历${MONTHS[Number(month) - 1]}月${name(date)}`;
        const [found = ""] = past(said, later(day, ahead));
        const around = [-1, 0, 1].map((shift) => lunarOf(later(new Date(found), shift)));
        expect(around).toContainEqual({ month, date });
        expect((day.getTime() - Date.parse(found)) / DAY_MS).toBeLessThanOrEqual(1);
      }),
    );
  });
});
