import { afterAll, beforeAll, expect, test } from "vitest";
import { RIGHTS } from "#src/actions/rights.ts";
import { COMMAND_WORDS } from "#src/dialog/commands.ts";
import type { RequestName } from "#src/domain/request.ts";
import { NOWHERE, type Thing } from "#test/support/rights/district.ts";
import { SAID } from "#test/support/rights/said.ts";
import { openScene, type Scene } from "#test/support/rights/scene.ts";
import { speak } from "#test/support/rights/speak.ts";
import { type Role, ROLES } from "#test/support/rights/table.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const say = (role: Role, ...lines: readonly string[]) =>
  scene.trials.rolledBack((tx) => speak(tx, scene.actors[role], scene.names, lines));

const OFTEN: Partial<Readonly<Record<RequestName, Role>>> = {
  "account.bind": "guest",
  "opinion.leave": "guest",
};
const speakerOf = (name: RequestName): Role =>
  OFTEN[name] ??
  (["staff", "office"].includes(RIGHTS[name].who) || name === "report.file" ? "office" : "deputy");

test("every line that the page shows asks for what stands beside it", async () => {
  const wrong: string[] = [];
  for (const [name, { line }] of Object.entries(SAID) as [RequestName, (typeof SAID)[RequestName]][]) {
    if (line === null) continue;
    const thing = scene.things.group;
    const before = name === "figures.cut" || name === "figures.why" ? ["我的履职"] : [];
    const role = speakerOf(name);
    const once = await say(role, ...before, line(thing));
    const asked = once.asked.includes(name) ? once : await say(role, ...before, line(thing), "对");
    if (!asked.asked.includes(name)) wrong.push(`${name}: ${line(thing)} asked for ${asked.asked.join(" ")}`);
  }
  expect(wrong).toEqual([]);
});

// The office and the directors look after the whole district: nothing lies outside.
const OUTSIDERS = ROLES.filter((role) => role !== "office" && role !== "director");
type Word = (thing: Thing) => string;
const ARGUMENTS: readonly Word[] = [
  ({ name }) => name,
  ({ record }) => record,
  ({ record }) => `${record} 日期不对`,
  ({ opinion }) => opinion,
  ({ suggestion }) => suggestion,
  ({ ahead }) => `${ahead} 原因`,
  ({ begun }) => `${begun} 全到`,
  ({ marked }) => marked,
  ({ over, name }) => `${over} ${name} 到会`,
];

const withoutNames = (text: string, thing: Thing): string =>
  Object.values(thing)
    .map(String)
    .filter((one) => /\P{ASCII}/u.test(one))
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, "*"), text);

test.each(OUTSIDERS)(
  "whatever command a %s says about another town's things, it is answered as if they were not",
  async (role) => {
    const wrong: string[] = [];
    const { other } = scene.things;
    for (const command of COMMAND_WORDS)
      for (const argument of ARGUMENTS) {
        const line = `${command} ${argument(other)}`;
        const there = await say(role, line);
        const nowhere = await say(role, `${command} ${argument(NOWHERE)}`);
        if (withoutNames(there.text, other) !== withoutNames(nowhere.text, NOWHERE))
          wrong.push(`${line}: ${there.text} | ${nowhere.text}`);
      }
    expect(wrong).toEqual([]);
  },
);
