import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "#src/inbox/perform.ts";
import type { Request, RequestName } from "#src/domain/request.ts";
import { NOWHERE } from "#test/support/rights/district.ts";
import { PROBES } from "#test/support/rights/probes.ts";
import { openScene, type Scene } from "#test/support/rights/scene.ts";
import { speak } from "#test/support/rights/speak.ts";
import type { Role } from "#test/support/rights/table.ts";
import { factsOf, PARTS } from "#test/support/rights/trial.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const say = (role: Role, line: string) =>
  scene.trials.rolledBack((tx) => speak(tx, scene.actors[role], scene.names, [line]));

// Numbers in order: many exist, most do not, none is the speaker's.
const SERIES = [
  ["履-2026-", 5, 905, 935],
  ["活-2026-", 3, 905, 920],
  ["意-2026-", 4, 905, 920],
  ["建-2026-", 3, 905, 920],
] as const;
const numbers = SERIES.flatMap(([prefix, width, from, to]) =>
  Array.from({ length: to - from }, (_, n) => `${prefix}${String(from + n).padStart(width, "0")}`),
);
const COMMANDS = [
  "撤销",
  "核实",
  "退回",
  "附议",
  "参加",
  "取消活动",
  "定稿",
  "到会",
  "已通知",
  "改考勤",
  "请假",
];

test.each(["suspended_deputy", "group_leader", "unit", "guest"] as const)(
  "whoever guesses numbers one after another as a %s learns nothing from the answers",
  async (role) => {
    const own = new Set(
      Object.values(role === "group_leader" ? scene.things.group : scene.actors[role].mine),
    );
    for (const command of COMMANDS) {
      const answers = new Map<string, string>();
      for (const number of numbers)
        if (!own.has(number)) {
          const { text } = await say(role, `${command} ${number} 不对`);
          const answer = text.replaceAll(number, "*");
          const first = answers.get(number.slice(0, 1)) ?? answer;
          answers.set(number.slice(0, 1), first);
          expect(answer, `${command} ${number}`).toBe(first);
        }
    }
  },
);

const TIMED: readonly (readonly [Role, RequestName])[] = [
  ["township_clerk", "verify.return"],
  ["township_clerk", "activity.cancel"],
  ["township_clerk", "activity.decide-leave"],
  ["township_clerk", "attendance.correct"],
  ["township_clerk", "figures.profile"],
  ["township_clerk", "contact.read"],
  ["township_clerk", "record.show"],
  ["deputy", "contact.read"],
  ["deputy", "report.withdraw"],
  ["deputy", "suggestion.cosign"],
];

test("an office waits as long for the answer about a number of another district as for one of nobody", async () => {
  const facts = factsOf(scene.actors.office);
  const time = (code: string): Promise<number> =>
    scene.trials.rolledBack(async (tx) => {
      await tx.execute(sql`insert into people (name, code) values ('外区人', 'X77')`);
      const plan = {
        change: "by_election",
        names: ["某某人"],
        orgs: [scene.things.group.org],
        on: facts.today,
        code,
      } as const;
      const began = performance.now();
      const done = await perform(tx, PARTS, { do: "mandate.preview", messageId: 1, plan }, facts);
      const took = performance.now() - began;
      expect(done.outcome).toMatchObject({ of: "sure" });
      return took;
    });
  const [there, nowhere]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 40; turn += 1) {
    there.push(await time("X77"));
    nowhere.push(await time("X99"));
  }
  expect(median(there) / median(nowhere)).toBeGreaterThan(0.5);
  expect(median(there) / median(nowhere)).toBeLessThan(2);
});

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test.each(TIMED)(
  "a %s waits as long for the answer about a thing elsewhere as for none: %s",
  async (role, name) => {
    const time = async (request: Request): Promise<number> => {
      const facts = factsOf(scene.actors[role]);
      return scene.trials.rolledBack(async (tx) => {
        const began = performance.now();
        await perform(tx, PARTS, request, facts);
        return performance.now() - began;
      });
    };
    const [there, nowhere]: [number[], number[]] = [[], []];
    // One after the other in turn, so that whatever else the machine does falls on both alike.
    for (let turn = 0; turn < 60; turn += 1) {
      there.push(await time(PROBES[name].request(scene.things.other)));
      nowhere.push(await time(PROBES[name].request(NOWHERE)));
    }
    const ratio = median(there) / median(nowhere);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  },
);
