import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addDays, type Day } from "#src/domain/day.ts";
import { day, dateWords, short } from "#src/text/format.ts";
import { period } from "#src/text/figure-words.ts";
import { render } from "#src/text/render.ts";
import { undatedLine } from "#src/text/undated.ts";
import { withYears } from "#src/text/years.ts";
import { misdated } from "#test/support/misdated.ts";

test("on every day of four years every other day has its year exactly where it is another year's", () => {
  for (let today: Day = "2025-12-01"; today < "2029-12-01"; today = addDays(today, 61))
    for (let on: Day = "2024-12-20"; on < "2030-02-01"; on = addDays(on, 7)) {
      const said = withYears(day(on), today);
      expect(said.includes("年"), `${on} said on ${today}`).toBe(on.slice(0, 4) !== today.slice(0, 4));
      expect(misdated(said, Number(today.slice(0, 4)))).toEqual([]);
    }
});

test.each<[string, Day, string]>([
  [day("2026-12-31"), "2026-01-01", "12月31日(周四)"],
  [day("2026-12-31"), "2027-01-01", "2026年12月31日(周四)"],
  [dateWords("2027-01-01"), "2026-12-31", "2027年1月1日"],
  [period({ from: "2026-04-03", to: "2026-05-09" }), "2026-06-01", "4月3日至5月9日"],
  [period({ from: "2025-12-03", to: "2026-01-09" }), "2026-06-01", "2025年12月3日至2026年1月9日"],
])("%s, said on %s, is %s", (marked, today, printed) => {
  expect(withYears(marked, today)).toBe(printed);
});

test("what has no day yet has its year, too, and has it once where the plan wrote it", () => {
  const row = { from: "2027-03-11", to: "2027-03-20", time: null, title: "视察", place: null };
  expect(withYears(undatedLine({ ...row, said: "3月中旬" }), "2026-11-26")).toBe("2027年3月中旬 视察");
  expect(withYears(undatedLine({ ...row, said: "3月中旬" }), "2027-01-02")).toBe("3月中旬 视察");
  expect(withYears(undatedLine({ ...row, said: "2027年3月" }), "2026-11-26")).toBe("2027年3月 视察");
});

test("a year counts as one character where words are cut short, and is never cut in two", () => {
  expect(withYears(short(`${day("2027-01-12")} 第六次会议`, 11), "2026-11-26")).toBe("2027年1月12日(周二)…");
});

test("a table or a paper, which is read in any year, has the year in every date", () => {
  expect(withYears(day("2026-12-31"), null)).toBe("2026年12月31日(周四)");
});

test("the same reply is another sentence a year later, also in what its buttons say and do", () => {
  const activity = { number: "活-2026-017", on: "2026-11-28", time: "09:00", title: "小组活动", place: null };
  const reply = {
    kind: "activity.answer",
    outcome: { of: "activity.which", activities: [activity], leave: null },
  } as const;
  const shown = (today: Day): string => JSON.stringify(render(reply, { today }));
  expect(shown("2026-11-26")).toContain("11月28日(周六)");
  expect(shown("2026-11-26")).not.toContain("2026年");
  expect(shown("2027-01-02")).toContain("2026年11月28日(周六)");
});

// So that no topic decides by itself: whoever writes a date another way is told here.
test("no file of the sentences makes a date but the one that does", () => {
  const makers = readdirSync("src/text").filter((file) =>
    /\}月\$\{|WEEKDAYS|周\$\{/u.test(readFileSync(`src/text/${file}`, "utf8")),
  );
  expect(makers).toEqual(["certificate-file.ts", "format.ts"]);
});
