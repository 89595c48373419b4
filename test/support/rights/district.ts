import type { Tx } from "#db/client.ts";
import { insertContacts } from "#db/queries/opinion-contacts.ts";
import { insertOrgs } from "#db/queries/orgs.ts";
import { opinions, suggestions } from "#db/schema/cases.ts";
import { corrections } from "#db/schema/privacy.ts";
import { feedback } from "#db/schema/feedback.ts";
import { createVault } from "#db/vault.ts";
import type { OpinionCategory } from "#src/domain/opinion-category.ts";
import { TEST_KEY } from "../city.ts";
import { addActivities, addOwed, addRecords, addReminder, AT, type Owner } from "./holdings.ts";
import { addMandate, addPerson, orgIdOf } from "./people.ts";
import { type Place, PLACES } from "./places.ts";

/** One of everything, in one place: a deputy, what he or she filed, and activities in every state. */
export type Thing = {
  readonly org: string;
  readonly orgId: number;
  readonly name: string;
  readonly personId: number;
  readonly mandateId: number;
  readonly record: string;
  /** Entered by staff, waiting for the deputy's word. */
  readonly waiting: string;
  /** A colleague's record that names the deputy. */
  readonly shared: string;
  readonly opinion: string;
  readonly category: OpinionCategory;
  readonly suggestion: string;
  readonly ahead: string;
  readonly begun: string;
  readonly marked: string;
  readonly over: string;
  readonly reminder: number;
  readonly feedback: number;
  /** A wish to have something put right that waits for an answer. */
  readonly correction: number;
};

/** Something with the same kinds of numbers and names that does not exist anywhere. */
export const NOWHERE: Thing = {
  org: "无此第九代表小组",
  orgId: 999_999,
  name: "司马宁",
  personId: 999_999,
  mandateId: 999_999,
  record: "履-2026-09991",
  waiting: "履-2026-09992",
  shared: "履-2026-09993",
  opinion: "意-2026-9991",
  category: "other",
  suggestion: "建-2026-991",
  ahead: "活-2026-991",
  begun: "活-2026-992",
  marked: "活-2026-993",
  over: "活-2026-994",
  reminder: 999_999,
  feedback: 999_999,
  correction: 999_999,
};

type Spot = {
  readonly under: string;
  readonly kind: "deputy_group" | "liaison_station";
  readonly org: string;
  readonly name: string;
  readonly category: OpinionCategory;
  /** The town whose congress the suggestion goes to; null for the district's. */
  readonly congress: string | null;
};

const SPOTS: Readonly<Record<Place, Spot>> = {
  group: {
    under: "羊昌镇",
    kind: "deputy_group",
    org: "羊昌镇第九代表小组",
    name: "慕容雪",
    category: "urban",
    congress: "羊昌镇",
  },
  station: {
    under: "羊昌镇",
    kind: "liaison_station",
    org: "羊昌镇第九联络站",
    name: "上官云",
    category: "transport",
    congress: "水田镇",
  },
  other: {
    under: "东风镇",
    kind: "deputy_group",
    org: "东风镇第九代表小组",
    name: "司马远",
    category: "health",
    congress: "东风镇",
  },
  district: {
    under: "乌当区",
    kind: "deputy_group",
    org: "区直第九代表小组",
    name: "欧阳岚",
    category: "labor",
    congress: null,
  },
};

/** Fills the demo district with one of everything in each place; `clerkId` is who entered what staff entered. */
export async function fillDistrict(tx: Tx, clerkId: number): Promise<Readonly<Record<Place, Thing>>> {
  const things: [Place, Thing][] = [];
  for (const [index, place] of PLACES.entries())
    things.push([place, await addThing(tx, SPOTS[place], index + 1, clerkId)]);
  return Object.fromEntries(things) as Record<Place, Thing>;
}

async function addThing(tx: Tx, spot: Spot, index: number, clerkId: number): Promise<Thing> {
  const under = await orgIdOf(tx, spot.under);
  const [orgId = 0] = await insertOrgs(tx, [{ kind: spot.kind, name: spot.org, parentId: under }]);
  const personId = await addPerson(tx, spot.name);
  const seat = spot.kind === "deputy_group" ? { groupId: orgId } : { stationId: orgId };
  const townshipId = spot.under === "乌当区" ? null : under;
  const mandateId = await addMandate(tx, { personId, ...seat, townshipId });
  const owner = { personId, mandateId };
  const records = await addRecords(tx, owner, spot, index, clerkId);
  const held = await addActivities(tx, owner, orgId, index);
  await addOwed(tx, owner);
  const { category } = spot;
  const opinion = `意-2026-091${index}`;
  await tx.insert(opinions).values({
    number: opinion,
    townshipId,
    personId: townshipId === null ? null : personId,
    text: `${spot.name}转来的意见`,
    category,
    filedAt: AT,
  });
  const contact = createVault(TEST_KEY).seal(JSON.stringify([{ kind: "name", value: `${spot.name}的邻居` }]));
  await insertContacts(tx, [{ number: opinion, contact }], AT);
  const suggestion = await addSuggestion(tx, spot, owner, index);
  const reminder = await addReminder(tx, personId, index);
  const remark = 900_000 + index;
  await tx.insert(feedback).values({ id: remark, personId, text: `${spot.name}的反馈`, at: AT });
  const correction = 910_000 + index;
  const wish = createVault(TEST_KEY).seal(`更正我的电话 1380000000${index}`);
  await tx.insert(corrections).values({ id: correction, personId, wish, askedAt: AT });
  const { org, name } = spot;
  return {
    org,
    orgId,
    name,
    ...owner,
    ...records,
    opinion,
    category,
    suggestion,
    ...held,
    reminder,
    feedback: remark,
    correction,
  };
}

async function addSuggestion(tx: Tx, spot: Spot, owner: Owner, index: number): Promise<string> {
  const number = `建-2026-91${index}`;
  const lead =
    spot.congress === null
      ? owner
      : { personId: await addPerson(tx, `${spot.name}的同乡`), townshipId: await orgIdOf(tx, spot.congress) };
  const mandateId =
    "mandateId" in lead ? lead.mandateId : await addMandate(tx, { ...lead, level: "township" });
  const { personId } = lead;
  await tx
    .insert(suggestions)
    .values({ number, personId, mandateId, title: `${spot.name}要的路灯`, text: "建议", filedAt: AT });
  return number;
}
