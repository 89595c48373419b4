import { afterAll, beforeAll, expect, test } from "vitest";
import { openScene, type Scene } from "#test/support/rights/scene.ts";
import { type Answered, speak } from "#test/support/rights/speak.ts";
import { ROLES } from "#test/support/rights/table.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

async function listRefused(
  lines: readonly string[],
  say: (line: string) => Promise<Answered>,
): Promise<string[]> {
  const refused: string[] = [];
  for (const line of lines) {
    const { kinds } = await say(line);
    if (kinds.some((kind) => ["help.refused", "help.not-understood", "help.not-yet"].includes(kind)))
      refused.push(`${line}: ${kinds.join(" ")}`);
  }
  return refused;
}

/** The phrases of a page of help that can be said as they stand. */
function phrases(text: string, number: string): string[] {
  return text
    .split("\n")
    .flatMap((line) => line.split("\uff1b"))
    .map((part) => part.split("\uff1a").at(-1) ?? "")
    .filter((part) => part !== "" && !/[。]$/u.test(part))
    .map((part) => part.replace("活-编号", number));
}

test.each(ROLES)("all that help shows a %s is something that he or she may do", async (role) => {
  const say = (line: string) =>
    scene.trials.rolledBack((tx) => speak(tx, scene.actors[role], scene.names, [line]));
  const help = await say("帮助");
  const choices = help.choices.map(({ act }) => (act.do === "say" ? act.text : ""));
  const lines = [...phrases(help.shown, scene.things.group.begun), ...choices];
  expect(lines.length).toBeGreaterThan(0);
  expect(await listRefused(lines, say)).toEqual([]);
});

/** What somebody is told to say about his data: after the last colon of each sentence that names no class or period. */
const toldToSay = (text: string): string[] =>
  text
    .split("\n")
    .filter((line) => !/^(?:关于您|没有登记|到期)/u.test(line))
    .flatMap((line) => line.split(/[。\uff1b]/u))
    .flatMap((part) => (part.includes("\uff1a") ? [part.split("\uff1a").at(-1) ?? ""] : []));

test.each(ROLES)(
  "all that a %s is told to say about what is kept of him or her may be said",
  async (role) => {
    const say = (line: string) =>
      scene.trials.rolledBack((tx) => speak(tx, scene.actors[role], scene.names, [line]));
    const told = await say("我的数据");
    const lines = [
      ...toldToSay(told.shown),
      ...told.choices.map(({ act }) => (act.do === "say" ? act.text : "")),
    ];
    expect(lines).toContain("删除我的数据");
    expect(await listRefused(lines, say)).toEqual([]);
  },
);
