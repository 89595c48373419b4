import { afterAll, beforeAll, expect, test } from "vitest";
import type { RequestName } from "#src/domain/request.ts";
import { expectBlock } from "#test/support/doc-block.ts";
import type { Actor } from "#test/support/rights/actors.ts";
import { NOWHERE, type Thing } from "#test/support/rights/district.ts";
import { type Place, PLACES } from "#test/support/rights/places.ts";
import { PROBES } from "#test/support/rights/probes.ts";
import { cellOf, type Role, rightsTable, ROLES } from "#test/support/rights/table.ts";
import { openScene, type Scene } from "#test/support/rights/scene.ts";
import { POLICY, type Trial } from "#test/support/rights/trial.ts";

// 羊昌镇 is home. The same things lie in one of its groups, in its station, in another town, and under the district
// alone; one person of every role tries every request on each of them, through the gate and on the real database.
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const NAMES = Object.keys(PROBES) as RequestName[];

/** The words of a trial with everything that names the thing itself made the same for all things. */
function withoutNames({ done }: Trial, thing: Thing): string {
  return Object.values(thing)
    .map(String)
    .filter((one) => /\P{ASCII}/u.test(one))
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, "*"), JSON.stringify(done));
}

/** What of a thing is told although the request did not name it, nor is it where the actor's own role is held. */
function leaked({ done }: Trial, thing: Thing, { speaker }: Actor, request: unknown): string[] {
  const told = JSON.stringify(done);
  const { name, org, record, waiting, shared, opinion, suggestion, ahead, begun, marked, over } = thing;
  const words = [name, org, record, waiting, shared, opinion, suggestion, ahead, begun, marked, over];
  const known = JSON.stringify([request, speaker]);
  return words.filter((word) => told.includes(word) && !known.includes(word));
}

async function tryCell(name: RequestName, role: Role, place: Place): Promise<string[]> {
  const { request, reached, prepare } = PROBES[name];
  const { trials, things, actors } = scene;
  const thing = things[place];
  const cell = cellOf(name, role, POLICY);
  const wish = request(thing);
  const trial = await trials.attempt(actors[role], wish, prepare && ((tx) => prepare(tx, thing)));
  const found = (what: string): string => `${role} ${name} ${place}: ${what}`;
  const may = typeof cell !== "string" && cell.has(place);
  if (reached(trial.done, thing)) return may ? [] : [found("reached what it may not")];
  if (may) return [found(`did not reach what it may: ${JSON.stringify(trial.done.outcome).slice(0, 120)}`)];
  const findings = leaked(trial, thing, actors[role], wish).map((word) => found(`told ${word}`));
  if (cell !== "self" && trial.touched) findings.push(found("wrote or locked something"));
  const nowhere = request(NOWHERE);
  if (JSON.stringify(nowhere) === JSON.stringify(wish)) return findings;
  const twin = await trials.attempt(actors[role], nowhere);
  if (withoutNames(trial, thing) !== withoutNames(twin, NOWHERE))
    findings.push(found("reads unlike nothing"));
  if (trial.statements.join("\n") !== twin.statements.join("\n"))
    findings.push(found("asks the database other things than for nothing"));
  return findings;
}

test.each(ROLES)("a %s reaches what the table says, and everything else reads like nothing", async (role) => {
  const findings: string[] = [];
  for (const name of NAMES) for (const place of PLACES) findings.push(...(await tryCell(name, role, place)));
  expect(findings).toEqual([]);
});

test("the table on the page is the one that is tried here", () => {
  expectBlock("docs/rights.md", "rights", rightsTable(POLICY));
});
