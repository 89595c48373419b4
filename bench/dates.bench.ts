import { readFileSync } from "node:fs";
import { type DateCase, report, score } from "#test/corpus/date_score.mjs";
import { exactByFlag, listDateCases } from "#test/support/date-suite.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { Bench, Figures } from "./bench.ts";
import type { DateReader } from "./date-readers.ts";

const ROUNDS = 3;
const ROWS = [
  ["core", "core"],
  ["simplified", "all zh-Hans"],
  ["all", "all"],
  ["no date inside", "kind:none"],
] as const;

/** How much of the suite a reader gets right, and how long it thinks. */
function measure({ name, read }: DateReader, cases: readonly DateCase[]): Figures {
  const started = performance.now();
  const answers = cases.map(read);
  const first = performance.now() - started;
  const rows = report(
    cases,
    answers.map((found, index) => scoreAt(cases, index, found)),
  );
  const figures = ROWS.flatMap(([label, key]) => {
    const row = rows[key];
    const day =
      row?.date === null || row?.date === undefined ? [] : [[`${name}: ${label}, right day %`, row.date]];
    return [[`${name}: ${label}, exact %`, row?.exact ?? null], ...day];
  });
  return {
    ...Object.fromEntries(figures),
    [`${name}: first pass ms`]: Math.round(first),
    ...timed(name, read, cases),
  };
}

function scoreAt(cases: readonly DateCase[], index: number, found: ReturnType<DateReader["read"]>) {
  const one = cases[index];
  return one === undefined ? null : score(one, found);
}

function timed(name: string, read: DateReader["read"], cases: readonly DateCase[]): Figures {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const one of cases) {
      const started = performance.now();
      read(one);
      times.push((performance.now() - started) * 1000);
    }
  times.sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return {
    [`${name}: mean µs a call`]: Math.round(mean * 10) / 10,
    [`${name}: median µs`]: at(0.5),
    [`${name}: p99 µs`]: at(0.99),
  };
}

// What a pattern could stumble over, said again and again.
const REPEATED =
  "1 一 上 前 每 百 第 到 2016年 1月1日到 和5月 、5日 1.1. 12: 三天 3天又 下午3点到 5月8日、 1-1- 农历 1天1小时".split(
    " ",
  );
const LONG = 4096;

/** The slowest text of 4,096 characters, each at its best of five. */
function slowest(read: (text: string) => unknown): number {
  const times = REPEATED.map((piece) => {
    const text = piece.repeat(LONG).slice(0, LONG);
    const tries = Array.from({ length: 5 }, () => {
      const started = performance.now();
      read(text);
      return performance.now() - started;
    });
    return Math.min(...tries);
  });
  return Math.round(Math.max(...times) * 100) / 100;
}

const listCases = (file: string | undefined): DateCase[] =>
  file === undefined
    ? listDateCases()
    : readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line): DateCase => JSON.parse(line));

export const bench: Bench = {
  name: "dates",
  summary:
    "reading Chinese dates: ours, Recognizers-Text and chrono-node on third-party suites (--suite FILE)",
  run: async (options, progress) => {
    // The peers reckon with the clock of the machine, the suite with the wall clock.
    process.env["TZ"] = "Asia/Shanghai";
    const { DATE_READERS } = await import("./date-readers.ts");
    const cases = listCases(options.get("suite"));
    const figures = DATE_READERS.map((reader) => {
      progress(`${reader.name}: ${cases.length} cases`);
      return measure(reader, cases);
    });
    const flags = Object.entries(exactByFlag(cases)).map(
      ([flag, share]) => [`ours: ${flag}`, share] as const,
    );
    const worst = slowest((text) => findDates(text, { today: "2026-05-12", prefer: "past" }));
    return {
      cases: cases.length,
      [`ours: slowest of ${LONG} characters ms`]: worst,
      ...Object.assign({}, ...figures),
      ...Object.fromEntries(flags),
    };
  },
};
