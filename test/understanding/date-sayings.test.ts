import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import {
  anyDay,
  DAY_MS,
  digits,
  iso,
  later,
  nearby,
  pad,
  past,
  spell,
  weekdayOf,
  WEEKDAYS,
} from "#test/support/spoken-days.ts";

/** The ways in which a full date is written. */
const FULL: readonly ((year: number, month: number, date: number) => string)[] = [
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}年${m}月${d}号`,
  (y, m, d) => `${digits(y)}年${spell(m)}月${spell(d)}日`,
  (y, m, d) => `${y}-${pad(m)}-${pad(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y} 年 ${m} 月 ${d} 日`,
  (y, m, d) => `${y}${pad(m)}${pad(d)}`,
];

/** The ways in which a day of the last twelve months is written. */
const SHORT: readonly ((month: number, date: number) => string)[] = [
  (m, d) => `${m}月${d}日`,
  (m, d) => `${m}月${d}号`,
  (m, d) => `${m}月${d}`,
  (m, d) => `${spell(m)}月${spell(d)}日`,
  (m, d) => `${pad(m)}-${pad(d)}`,
  (m, d) => `${m}月份${d}号`,
];

const sentence = fc.constantFrom(
  (day: string) => `${day}走访了12户`,
  (day: string) => `我${day}在羊昌镇接待选民`,
  (day: string) => `走访困难户,${day},收集意见2条`,
  (day: string) => day,
);
describe("a day is read back however it is said", () => {
  test("with its year", () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...FULL), sentence, (day, today, say, put) => {
        const said = say(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
        expect(past(put(said), today)).toEqual([iso(day)]);
      }),
      { numRuns: 600 },
    );
  });

  test("without its year it is the nearest one in the past", () => {
    fc.assert(
      fc.property(nearby, fc.constantFrom(...SHORT), sentence, ({ day, today }, say, put) => {
        expect(past(put(say(day.getUTCMonth() + 1, day.getUTCDate())), today)).toEqual([iso(day)]);
      }),
      { numRuns: 600 },
    );
  });

  test("or in the future, for what is planned", () => {
    fc.assert(
      fc.property(nearby, fc.constantFrom(...SHORT), ({ day, today }, say) => {
        const text = say(today.getUTCMonth() + 1, today.getUTCDate());
        expect(findDates(text, { today: iso(day), prefer: "future" })[0]?.start).toBe(iso(today));
      }),
    );
  });

  test("as days from today", () => {
    const names = [
      ["大前天", -3],
      ["前天", -2],
      ["昨天", -1],
      ["今天", 0],
      ["明天", 1],
      ["后天", 2],
      ["大后天", 3],
    ] as const;
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...names), (today, [name, shift]) => {
        expect(past(`${name}上午`, today)).toEqual([iso(later(today, shift))]);
      }),
    );
  });

  test("as so many days or weeks ago", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 2, max: 99 }), fc.boolean(), (today, count, words) => {
        const said = words ? spell(count).replace(/^二$/u, "两") : String(count);
        expect(past(`${said}天前去的`, today)).toEqual([iso(later(today, -count))]);
        expect(past(`${said}周前去的`, today)).toEqual([iso(later(today, -7 * count))]);
      }),
    );
  });
});

describe("weeks start on Monday", () => {
  test("上周, 本周 and 下周 with any weekday", () => {
    const shifts = [
      ["上上", -2],
      ["上", -1],
      ["这", 0],
      ["本", 0],
      ["下", 1],
      ["下下", 2],
    ] as const;
    const words = fc.constantFrom("周", "星期", "个星期", "礼拜", "个礼拜");
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...shifts),
        words,
        fc.nat(6),
        (today, [name, shift], word, index) => {
          const monday = later(today, 1 - weekdayOf(today));
          const weekday = word.endsWith("周") || index < 6 ? WEEKDAYS[index] : "天";
          expect(past(`${name}${word}${weekday}下午`, today)).toEqual([
            iso(later(monday, 7 * shift + index)),
          ]);
        },
      ),
    );
  });

  test("a weekday alone is the last one, today included", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(6), (today, index) => {
        const [found = ""] = past(`周${WEEKDAYS[index]}接待选民`, today);
        const ago = (today.getTime() - Date.parse(found)) / DAY_MS;
        expect(ago >= 0 && ago < 7).toBe(true);
        expect(weekdayOf(new Date(found))).toBe(index + 1);
      }),
    );
  });
});
