import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { RIGHTS } from "#src/actions/rights.ts";
import type { Request, RequestName } from "#src/domain/request.ts";
import { identify } from "#src/identify/identify.ts";
import { type Actor, addAccount, giveRole, TODAY } from "#test/support/rights/actors.ts";
import { PROBES } from "#test/support/rights/probes.ts";
import { openScene, type Scene } from "#test/support/rights/scene.ts";
import { factsOf, PARTS } from "#test/support/rights/trial.ts";
import { perform } from "#src/inbox/perform.ts";

// 慕容雪 is a deputy, and today every staff role in the district is hers as well.
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const ROLES = [
  ["group_leader", "羊昌镇第九代表小组"],
  ["township_clerk", "羊昌镇"],
  ["township_chair", "羊昌镇"],
  ["office", "乌当区"],
  ["director", "乌当区"],
] as const;

async function appoint(tx: Tx): Promise<Actor> {
  const { group } = scene.things;
  for (const [role, org] of ROLES) await giveRole(tx, group.personId, role, org);
  await addAccount(tx, group.personId, "web:demo:both");
  const known = await identify(tx, ["web:demo:both"], TODAY);
  return { speaker: known("web:demo:both").speaker, conversation: "web:demo:both", mine: group };
}

const KEPT = [
  "duty_records",
  "attendances",
  "activities",
  "leaves",
  "absence_notices",
  "notices",
  "cosigners",
];

/** Everything that somebody could want to change about himself. */
async function stateOf(tx: Tx): Promise<string> {
  const parts = KEPT.map(
    (table) => `(select md5(string_agg(t::text, ',' order by t::text)) from ${table} t)`,
  );
  const [row] = await tx.execute<{ state: string }>(
    sql.raw(`select concat_ws(' ', ${parts.join(", ")}) state`),
  );
  return row?.state ?? "";
}

/** The wishes that are not free, about what concerns the speaker; a few in another way than the matrix makes them. */
function wishes(): [RequestName, Request][] {
  const mine = scene.things.group;
  const names = (Object.keys(RIGHTS) as RequestName[]).filter((name) => RIGHTS[name].own !== "free");
  const other: Partial<Record<RequestName, Request>> = {
    "activity.cancel": { do: "activity.cancel", activity: mine.begun, reason: "没人来" },
    "suggestion.cosign": {
      do: "suggestion.cosign",
      messageId: 1,
      number: scene.things.district.suggestion,
      sure: true,
    },
  };
  return names.map((name) => [name, other[name] ?? PROBES[name].request(mine)]);
}

test("nobody verifies, decides on, grades or corrects what concerns himself, with every role there is", async () => {
  const touched: string[] = [];
  for (const [name, request] of wishes())
    await scene.trials.rolledBack(async (tx) => {
      const both = await appoint(tx);
      if (name === "suggestion.cosign") await takeOver(tx, scene.things.group.personId);
      const before = await stateOf(tx);
      const done = await perform(tx, PARTS, request, factsOf(both));
      if ((await stateOf(tx)) !== before || PROBES[name].reached(done, scene.things.group))
        touched.push(name);
      if (RIGHTS[name].own === "refused" && done.outcome.of !== "refused") touched.push(`${name} in words`);
      return true;
    });
  expect(touched).toEqual([]);
  expect(wishes().length).toBeGreaterThan(10);
});

/** Makes the district's suggestion this person's own. */
const takeOver = (tx: Tx, personId: number) =>
  tx.execute(
    sql`update suggestions set person_id = ${personId} where number = ${scene.things.district.suggestion}`,
  );

describe("what concerns one's own duty through others", () => {
  test("a record that names the verifier as a companion is not hers to verify", async () => {
    const { group, station } = scene.things;
    const { outcome } = await scene.trials.rolledBack(async (tx) => {
      await tx.execute(sql`insert into record_companions (record_id, person_id)
        select id, ${group.personId} from duty_records where number = ${station.record}`);
      const request = { do: "verify.mark", numbers: [station.record] } as const;
      return perform(tx, PARTS, request, factsOf(await appoint(tx)));
    });
    expect(outcome).toMatchObject({ of: "verify.marked", done: [], own: [station.record] });
  });

  test("a convener who holds no role any more decides on nobody's leave", async () => {
    const { group, other } = scene.things;
    const ask = (personId: number) =>
      scene.trials.rolledBack(async (tx) => {
        await tx.execute(sql`update activities set convener_id = ${personId} where number = ${other.ahead}`);
        const request = { do: "activity.decide-leave", name: other.name, approve: true, note: "" } as const;
        await addAccount(tx, personId, "web:demo:once");
        const known = await identify(tx, ["web:demo:once"], TODAY);
        const actor = { speaker: known("web:demo:once").speaker, conversation: "web:demo:once", mine: group };
        return (await perform(tx, PARTS, request, factsOf(actor))).outcome;
      });
    expect(await ask(group.personId)).toMatchObject({ of: "refused", why: "leave-none" });
  });

  test("a namesake elsewhere who waits for leave is no hint and no hindrance", async () => {
    const { group, other } = scene.things;
    const outcome = await scene.trials.rolledBack(async (tx) => {
      await tx.execute(sql`update people set name = ${group.name} where id = ${other.personId}`);
      const request = { do: "activity.decide-leave", name: group.name, approve: true, note: "" } as const;
      return (await perform(tx, PARTS, request, factsOf(scene.actors.township_clerk))).outcome;
    });
    expect(outcome).toMatchObject({ of: "activity.leave-done", name: group.name });
  });
});
