import { expect, test } from "vitest";
import { matchPeople } from "#src/domain/roster/match-people.ts";
import type { KnownPerson } from "#src/domain/roster/roster-state.ts";

// Two districts number their people each by itself: D7 is 李明 here and 王芳 there.
const known: readonly KnownPerson[] = [
  { id: 1, name: "李明", code: "D7", phone: null },
  { id: 2, name: "王芳", code: "D7", phone: null },
  { id: 3, name: "陈建国", code: "D8", phone: null },
];
const match = (name: string, code: string) => matchPeople([{ name, code, phone: null }], known);

test("of two with one number the name says who is meant, and another name is nobody's to guess", () => {
  expect(match("王芳", "D7").refOf({ name: "王芳", code: "D7", phone: null })).toBe(2);
  expect(match("李明", "D7").people).toEqual([]);
  expect(match("张伟", "D7").unclear).toMatchObject([{ fault: "number-of-other" }]);
});

test("of one with a number the name may have been put right", () => {
  expect(match("陈建帼", "D8").people).toMatchObject([{ before: { id: 3 }, after: { name: "陈建帼" } }]);
});
