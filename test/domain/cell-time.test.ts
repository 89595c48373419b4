import { expect, test } from "vitest";
import { findCellTime } from "#src/domain/plans/cell-time.ts";

test.each([
  ["9:00", "09:00"],
  ["09:00:00", "09:00"],
  ["14.30", "14:30"],
  ["上午9点", "09:00"],
  ["下午2点半", "14:30"],
  ["下午14点", "14:00"],
  ["两点", "02:00"],
  ["下午两点一刻钟", null],
  ["中午12点", "12:00"],
  ["晚上7点20分", "19:20"],
  ["14时30分", "14:30"],
  ["十点", "10:00"],
  ["0.375", "09:00"],
  ["0.6041666667", "14:30"],
  ["25:00", null],
  ["9:75", null],
  ["一早", null],
  ["9", null],
] as const)("a cell that says %s means %s", (cell, time) => {
  expect(findCellTime(cell)).toBe(time);
});
