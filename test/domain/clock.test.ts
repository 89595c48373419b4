import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueDay, type ClockRule } from "#src/domain/clock-rule.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import { toCalendar, type DayKind } from "#src/domain/working-calendar.ts";
import { CLOCKS, dueByTheText } from "#test/oracle/clocks.ts";
import { readPolicy } from "#test/support/policy.ts";

const { clocks } = readPolicy();
const official = toCalendar(OFFICIAL_DAYS);

function clock(name: string): ClockRule {
  const rule = clocks[name];
  if (rule === undefined) throw new TypeError(`no clock ${name}`);
  return rule;
}

function everyDay(from: string, to: string): string[] {
  const count = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
  );
}

describe("a suggestion", () => {
  test("returned over the National Day holiday is due after it, with the worked weekend counted", () => {
    expect(dueDay(clock("suggestion_return"), "2026-09-24", official)).toBe("2026-10-12");
  });

  test("assigned on the last of January is answered by the last of April", () => {
    expect(dueDay(clock("suggestion_reply"), "2026-01-31", official)).toBe("2026-04-30");
  });

  test("whose answer falls on a holiday is answered on the next working day", () => {
    expect(dueDay(clock("suggestion_reply"), "2026-07-01", official)).toBe("2026-10-08");
  });

  test("whose time runs into a year nobody has announced has no due day", () => {
    const missing = { error: "no-calendar", year: 2027 };
    expect(dueDay(clock("suggestion_assign"), "2026-12-24", official)).toEqual(missing);
    expect(dueDay(clock("suggestion_reply"), "2026-10-03", official)).toEqual(missing);
  });
});

// Nobody guesses that a Tuesday is worked: it may be one of the Spring Festival's.
test.each(["2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-02-12", "2027-02-13", "2027-02-14"])(
  "nothing that begins on %s, in a year nobody has announced, or would be due in it, has a due day",
  (day) => {
    const missing = { error: "no-calendar", year: 2027 };
    for (const name of CLOCKS)
      expect({ name, due: dueDay(clock(name), day, official) }).toEqual({ name, due: missing });
    const oneMonthBefore = `2027-01-${day.slice(8)}`;
    expect(dueDay(clock("redo_reply"), oneMonthBefore, official)).toEqual(missing);
  },
);

test("the office's own holiday moves a due day, and its own workday brings it back", () => {
  const closed = toCalendar(OFFICIAL_DAYS, { "2026-11-25": "holiday", "2026-11-28": "workday" });
  expect(dueDay(clock("objection"), "2026-11-23", official)).toBe("2026-11-30");
  expect(dueDay(clock("objection"), "2026-11-23", closed)).toBe("2026-11-30");
  expect(dueDay(clock("objection"), "2026-11-24", closed)).toBe("2026-12-01");
});

test("another district's calendar days may end on a Sunday", () => {
  expect(dueDay({ days: 5, on_rest_day: "keep" }, "2026-11-24", official)).toBe("2026-11-29");
  expect(dueDay({ days: 5, on_rest_day: "next_working_day" }, "2026-11-24", official)).toBe("2026-11-30");
});

test("every clock is due when its text says, from every day of 2003 to 2027", () => {
  expect(Object.keys(clocks).sort()).toEqual([...CLOCKS].sort());
  const days = everyDay("2003-01-01", "2027-12-31");
  for (const name of CLOCKS) {
    const rule = clock(name);
    const wrong = days.filter((day) => {
      const [due, expected] = [dueDay(rule, day, official), dueByTheText(name, day)];
      return JSON.stringify(due) !== JSON.stringify(expected);
    });
    expect({ name, wrong }).toEqual({ name, wrong: [] });
  }
});

test("whatever the office decides about days, the clocks follow", () => {
  const days = everyDay("2026-06-01", "2027-01-31");
  const decided = fc.dictionary(fc.constantFrom(...days), fc.constantFrom<DayKind>("holiday", "workday"), {
    maxKeys: 60,
  });
  fc.assert(
    fc.property(fc.constantFrom(...CLOCKS), fc.constantFrom(...days), decided, (name, start, overrides) => {
      const due = dueDay(clock(name), start, toCalendar(OFFICIAL_DAYS, overrides));
      expect(due).toEqual(dueByTheText(name, start, overrides));
    }),
    { numRuns: 1000 },
  );
});
