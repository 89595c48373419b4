import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_RULES, type RuleText } from "#test/oracle/attendance.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { sequenceFrom } from "#test/support/many-terms.ts";
import { openPastHouse, seedPast } from "#test/support/past-house.ts";
import { judgedByHand, judgedByProgram, playPast } from "#test/support/play-past.ts";
import { readPolicy } from "#test/support/policy.ts";
import { openTrials, type Trials } from "#test/support/rights/trial.ts";

const PASTS = Number(process.env["RANDOM_PASTS"] ?? 48);
const FIRST = Number(process.env["FIRST_PAST"] ?? 1);
const EPISODES = 3;

// The rules of the district, and those of others that can be switched on: sittings that count as the session, leave.
// The district's own rule is about its deputies, the law about those of every congress.
const DISTRICTS = DEFAULT_RULES.map((one): RuleText =>
  one.kind === "group_activity" ? { ...one, levels: ["district"] } : one,
);
const CONVERTS = [
  { sittings: ["plenary_sitting", "preparatory_sitting"], times: 2 },
  { sittings: ["delegation_sitting"], times: 4 },
];
const LEAVE = {
  kinds: ["group_activity"],
  levels: ["township", "district"],
  counts: "leave",
  window: "calendar_year",
  notice_from: 2,
  strike_at: 3,
  severity: "low",
  leads_to: "请核实",
  cite: { source: "试行" },
};
const SHARE = { parts: 2, of: 3 };
const WORDS: readonly {
  readonly policy: object;
  readonly rules: readonly RuleText[];
  readonly share?: typeof SHARE;
}[] = [
  { policy: {}, rules: DISTRICTS },
  { policy: { attendance: { minimum_share: SHARE } }, rules: DISTRICTS, share: SHARE },
  {
    policy: {
      attendance: {
        rules: {
          congress_session_unapproved: { converts: CONVERTS },
          group_activity_unapproved: {
            window: "same_mandate",
            levels: ["district", "township"],
            strike_at: 3,
          },
          leave_taken: LEAVE,
        },
      },
    },
    rules: [
      { rule: "group_activity_unapproved", kind: "group_activity", window: "same_mandate", strikeAt: 3 },
      {
        rule: "congress_session_unapproved",
        kind: "congress_session",
        window: "same_mandate",
        converts: CONVERTS,
      },
      {
        rule: "leave_taken",
        kind: "group_activity",
        window: "calendar_year",
        counts: "leave",
        noticeFrom: 2,
        strikeAt: 3,
      },
    ],
  },
];
const VERSIONS = WORDS.map(({ policy, rules, share = null }) => ({
  policy: readPolicy(policy),
  rules,
  share,
}));

// What must have happened somewhere, so that it is judged at all: the ends of lines of what is told.
const HAPPENS = [
  "-> absence.case-closed",
  "-> absence.objection-decided",
  "-> activity.leave-done",
  "-> activity.called-off",
  "-> attendance.corrected",
  "-> mandate.undone",
  '"org":"东风镇","title"',
  '"change":"new_term"',
  '"mandateId"',
];

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let trials: Trials;
beforeAll(async () => {
  database = await cloneDatabase();
  await database.db.transaction(seedPast);
  trials = openTrials(database.address);
});
afterAll(async () => {
  await trials.close();
  await database.drop();
});

test("whatever happens to a handful of deputies, they are warned, counted and marked as the books kept by hand say", async () => {
  let warned = 0;
  const happened = new Map(HAPPENS.map((one) => [one, 0]));
  for (let seed = FIRST; seed < FIRST + PASTS; seed += 1) {
    const version = VERSIONS[seed % VERSIONS.length];
    const { policy, rules, share } = version ?? { policy: readPolicy(), rules: [], share: null };
    const { found, kept, told } = await trials.rolledBack(async (tx) => {
      const house = await openPastHouse(tx, policy, sequenceFrom(seed * 7_919), seed, { share, rules });
      await playPast(house, EPISODES);
      const judged = await judgedByProgram(house);
      return { found: judged, kept: judgedByHand(house), told: house.told };
    });
    expect(found, told.join("\n")).toEqual(kept);
    for (const [what, times] of happened)
      happened.set(what, times + told.filter((line) => line.includes(what)).length);
    warned += JSON.stringify(found).split("unapproved").length - 1;
  }
  // Pasts without anything to judge would prove nothing.
  expect(warned).toBeGreaterThan(PASTS);
  expect([...happened].filter(([, times]) => times === 0)).toEqual([]);
}, 3_600_000);
