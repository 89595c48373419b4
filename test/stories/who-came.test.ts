import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const YESTERDAY = "活-2026-002";
const clerk = async (...lines: readonly string[]): Promise<string> => {
  let last = "";
  for (const line of lines) last = (await city.person("刘敏").says(line))[0]?.text ?? "";
  return last;
};

test("a clerk who opens a final activity reads who came, was late and was absent", async () => {
  await clerk(`到会 ${YESTERDAY} 除李明缺席、王芳迟到外全到`, "对", `定稿 ${YESTERDAY}`, "对");
  const shown = await clerk(YESTERDAY);
  expect(shown).toContain("到会3人：陈建国、杨秀英、罗文军");
  expect(shown).toContain("迟到1人：王芳");
  expect(shown).toContain("缺席1人：李明");
  expect(shown).toContain("会前已回参加0人");
});

test("before there is a register only the answers stand there, and deputies read nobody else's attendance", async () => {
  expect(await clerk(YESTERDAY)).not.toContain("到会");
  await clerk(`到会 ${YESTERDAY} 除李明外全到`, "对", `定稿 ${YESTERDAY}`, "对");
  expect((await city.person("王芳").says(YESTERDAY))[0]?.text).not.toContain("李明");
});
