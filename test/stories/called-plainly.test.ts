import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

/** A sentence of staff, and what it must be answered with. */
const table = readFileSync(new URL("called/called.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  // The first call of all takes longest: its answer must not come in the place of the next one's.
  await city.person("刘敏").says("12月9日上午9点代表小组活动");
  await city.person("刘敏").says("不用了");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

const plain = (text: string): string => text.normalize("NFKC");

test.each(table)("%s: %s", async (who = "", said = "", outcome = "", pieces = "") => {
  const heard = await city.person(who === "office" ? "孙丽" : "刘敏").says(said);
  const answer = heard.find((one) => one.kind !== "activity.several");
  const text = plain(heard.map((one) => one.text).join("\n"));
  const shown = `${answer?.kind}: ${plain(answer?.text ?? "")}`;
  expect(shown).toMatch(new RegExp(`^(?:${ANSWERS[outcome] ?? "-"})`, "u"));
  for (const piece of pieces.split("|").filter((one) => one !== ""))
    if (piece.startsWith("!")) expect(text).not.toContain(piece.slice(1));
    else expect(text).toContain(piece);
});

const ANSWERS: Readonly<Record<string, string>> = {
  publish: "sure\\.publish",
  session: "sure\\.session",
  "session-hours": "session\\.hours",
  org: "activity\\.question: [^]*通知哪个",
  names: "activity\\.question: [^]*通知哪几位",
  on: "activity\\.question: [^]*哪一天",
  time: "activity\\.question: [^]*几点",
  which: "activity\\.answer: 是哪一个",
  either: "activity\\.either",
  "either-or-ask": "activity\\.question",
  past: "activity\\.past",
  // Of this township no deputy is in office here.
  nobody: "activity\\.refused: 这个单位当天没有在任的代表",
  record: "report\\.",
  other: "(?!activity\\.(?:question|either)|sure\\.(?:publish|session)|report\\.(?:card|whose))",
};
