import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "#src/inbox/perform.ts";
import type { Log, LogFacts } from "#src/kernel/log.ts";
import { openScene, type Scene } from "#test/support/rights/scene.ts";
import { factsOf, PARTS } from "#test/support/rights/trial.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

test("a role that asks for what is not its own stands in the log by number, without a name or a word", async () => {
  const logged: (LogFacts & { readonly event: string })[] = [];
  const write = (event: string, facts?: LogFacts): void => void logged.push({ event, ...facts });
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const { deputy, guest } = scene.actors;
  const personId = deputy.speaker.kind === "member" ? deputy.speaker.personId : 0;
  await scene.trials.rolledBack(async (tx) => {
    await perform(tx, { ...PARTS, log }, { do: "retention.show" }, factsOf(deputy));
    await perform(tx, { ...PARTS, log }, { do: "verify.mark", numbers: ["履-2026-00911"] }, factsOf(guest));
    return perform(tx, { ...PARTS, log }, { do: "figures.own-duty" }, factsOf(deputy));
  });
  expect(logged).toEqual([
    { event: "gate.refused", request: "retention.show", why: "office-task", person: personId },
    { event: "gate.refused", request: "verify.mark", why: "not-bound", person: null },
  ]);
});
