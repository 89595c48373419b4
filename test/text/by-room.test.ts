import { expect, test } from "vitest";
import { byRoom, inRoom } from "#src/text/by-room.ts";

const line = (n: number): string =>
  `履-${n}${byRoom(` ${"长".repeat(40)}`, ` ${"短".repeat(20)}`, "")}${byRoom("附件", "附件", "附件", "")}`;
const lines = (n: number): string => Array.from({ length: n }, (_one, at) => line(at)).join("\n");
const told = (text: string): string => inRoom(text, (words) => words);

test("what there is room for is told whole, and what there is not becomes briefer in every line alike", () => {
  expect(told(lines(5))).toContain("长");
  expect(told(lines(9)).match(/短{20}附件/gu)).toHaveLength(9);
  expect(told(lines(20)).split("\n")).toEqual(Array.from({ length: 20 }, (_one, at) => `履-${at}附件`));
  expect(told(lines(60))).not.toContain("附件");
});

test("a line that is left out leaves no empty one, and an empty one stays", () => {
  expect(told(`${"字".repeat(298)}\n\n${byRoom("规则", "")}\n1`)).toBe(`${"字".repeat(298)}\n\n1`);
});

test("how long it is, is how long it is printed", () => {
  const text = `${byRoom("长长", "短")}${"年".repeat(280)}`;
  expect(inRoom(text, (words) => `${words}${"印".repeat(30)}`)).toMatch(/^短/u);
});

test("what somebody wrote with the characters that stand around it is no way to leave words out", () => {
  expect(told(byRoom("a\uFDD1b\uFDD2c", ""))).toBe("abc");
});
