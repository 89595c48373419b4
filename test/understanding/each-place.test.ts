import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: [],
    places: ["黄连村", "洛湾社区"],
  });

test("an amount for each of several places is a record for each, and what else was said stays with the first", () => {
  expect(read("昨天走访了黄连村5户、洛湾社区6户,反映路灯不亮")).toMatchObject({
    reports: [
      { kind: "home_visit", date: "2026-09-15", place: "黄连村", counts: { households: 5 } },
      { kind: "home_visit", date: "2026-09-15", place: "洛湾社区", counts: { households: 6 } },
    ],
    opinions: [{ text: "路灯不亮" }],
  });
  expect(read("昨天走访黄连村5户,洛湾社区6户,一共11户").reports.map((one) => one.counts)).toEqual([
    { households: 5 },
    { households: 6 },
  ]);
  // One village and a part of it are one place.
  expect(read("昨天走访黄连村5户、黄连村一组3户").reports).toHaveLength(1);
});

test("a day with a duty of its own takes none from the day behind it", () => {
  expect(read("9.8走访5户、9.9走访6户、9.10接待3人").reports).toMatchObject([
    { kind: "home_visit", date: "2026-09-08", counts: { households: 5 } },
    { kind: "home_visit", date: "2026-09-09", counts: { households: 6 } },
    { kind: "reception", date: "2026-09-10", counts: { persons: 3 } },
  ]);
  expect(read("9.8走访5户、9.9走访6户、9.10接待3人").reports[1]?.counts).toEqual({ households: 6 });
});

test("places that are named together before their amounts are not where each of them was", () => {
  expect(read("昨天去黄连村和洛湾社区看了看老乡,黄连村5户,洛湾社区6户").reports).toMatchObject([
    { kind: "home_visit", place: "黄连村", counts: { households: 5 } },
    { kind: "home_visit", place: "洛湾社区", counts: { households: 6 } },
  ]);
});
