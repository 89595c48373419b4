import type { Tx } from "#db/client.ts";
import { accounts, staffRoles } from "#db/schema/people.ts";
import { identify } from "#src/identify/identify.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import type { Speaker, StaffRole } from "#src/domain/person.ts";
import { NOWHERE, type Thing } from "./district.ts";
import { addActivity, addRecords, addReminder } from "./holdings.ts";
import { addMandate, addPerson, orgIdOf } from "./people.ts";
import { type Role, ROLES } from "./table.ts";

/** Somebody in a role, as the program knows him or her, with what is his or her own. */
export type Actor = { readonly speaker: Speaker; readonly conversation: string; readonly mine: Thing };

/** The day everything is looked at. */
export const TODAY = "2026-09-16";

const SEATS: Readonly<Record<StaffRole, string>> = {
  township_chair: "羊昌镇",
  township_clerk: "羊昌镇",
  station_clerk: "羊昌镇第九联络站",
  group_leader: "羊昌镇第九代表小组",
  office: "乌当区",
  director: "乌当区",
  unit: "区水务管理局",
};

const MANDATES: Partial<Readonly<Record<Role, object>>> = {
  deputy: {},
  township_deputy: { level: "township" },
  former_deputy: { validTo: "2026-08-31" },
  suspended_deputy: { status: "suspended" },
};

/** Brings one person of every role into the district, each with an account, and asks the program who they are. */
export async function addActors(tx: Tx, clerkId: number): Promise<Readonly<Record<Role, Actor>>> {
  const actors: [Role, Actor][] = [];
  for (const [index, role] of ROLES.entries()) actors.push([role, await addActor(tx, role, index, clerkId)]);
  return Object.fromEntries(actors) as Record<Role, Actor>;
}

async function addActor(tx: Tx, role: Role, index: number, clerkId: number): Promise<Actor> {
  const conversation = role === "resident" ? "web:demo:resident" : `web:demo:as-${role}`;
  const mandate = MANDATES[role];
  let mine = NOWHERE;
  if (mandate !== undefined) mine = await addDeputy(tx, { role, mandate, conversation }, index, clerkId);
  else if (isStaffRole(role)) await addStaff(tx, role, conversation);
  const known = await identify(tx, [conversation], TODAY);
  return { conversation, mine, speaker: known(conversation).speaker };
}

const isStaffRole = (role: Role): role is StaffRole => Object.hasOwn(SEATS, role);

/** Gives somebody an account in the web chat. */
export async function addAccount(tx: Tx, personId: number, conversation: string): Promise<void> {
  await tx.insert(accounts).values({
    channel: "web",
    bot: "demo",
    sender: conversation,
    conversation,
    personId,
    noticeVersion: NOTICE_VERSION,
  });
}

async function addStaff(tx: Tx, role: StaffRole, conversation: string): Promise<void> {
  const personId = await addPerson(tx, `人员${role}`);
  await giveRole(tx, personId, role, SEATS[role]);
  await addAccount(tx, personId, conversation);
}

/** Gives somebody a role in an organisation from this term on. */
export async function giveRole(tx: Tx, personId: number, role: StaffRole, org: string): Promise<void> {
  const orgId = await orgIdOf(tx, org);
  await tx.insert(staffRoles).values({ personId, orgId, role, validFrom: "2021-12-20" });
}

type NewDeputy = { readonly role: Role; readonly mandate: object; readonly conversation: string };

async function addDeputy(tx: Tx, one: NewDeputy, index: number, clerkId: number): Promise<Thing> {
  const org = "羊昌镇代表小组";
  const [orgId, townshipId] = [await orgIdOf(tx, org), await orgIdOf(tx, "羊昌镇")];
  const name = `人员${one.role}`;
  const personId = await addPerson(tx, name);
  const mandateId = await addMandate(tx, { personId, groupId: orgId, townshipId, ...one.mandate });
  await addAccount(tx, personId, one.conversation);
  const owner = { personId, mandateId };
  const at = index + 5;
  const records = await addRecords(tx, owner, { name }, at, clerkId);
  const held = { number: `活-2026-9${at}1`, orgId, onDay: "2026-10-20", state: "planned" } as const;
  const { number: ahead } = await addActivity(tx, owner, held, "expected");
  const reminder = await addReminder(tx, personId, at);
  return { ...NOWHERE, org, orgId, name, ...owner, ...records, ahead, reminder };
}
