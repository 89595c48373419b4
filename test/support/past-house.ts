import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { CAST } from "#db/demo/cast.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { identify } from "#src/identify/identify.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { Outcome, Request } from "#src/domain/request.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { perform } from "#src/inbox/perform.ts";
import { worldOf } from "#src/inbox/situation.ts";
import { tell } from "#src/outbox/tell.ts";
import type { RuleText } from "#test/oracle/attendance.ts";
import { type Books, openBooks, type Seat } from "#test/oracle/books.ts";
import { ZONE } from "./clockwork.ts";
import { PARTS } from "./rights/trial.ts";

export const GROUPS = ["羊昌镇代表小组", "东风镇代表小组"] as const;
const DEPUTIES = ["李明", "王芳", "杨秀英", "吴红梅", "张伟"];
export const TOWNSHIPS_OWN = "蒙小兰";
export const OFFICE = "孙丽";
/** The township whose congress meets, too. */
export const TOWNSHIP = "东风镇";
/** Sits in both congresses, in the district's with a group. */
const IN_BOTH = "吴红梅";

/** A district with a handful of deputies, whose past is played through the real actions and kept by hand beside them. */
export type PastHouse = {
  readonly tx: Tx;
  readonly policy: Policy;
  readonly books: Books;
  readonly rules: readonly RuleText[];
  readonly next: (below: number) => number;
  now: number;
  /** Whom no message reaches at present. */
  readonly silent: Set<string>;
  /** What happened, to be read where the two disagree. */
  readonly told: string[];
  /** Much happens to one deputy, and about one meeting, before it happens to others. */
  focus: { who: string; number: string };
};

export const isoDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
export const pick = <T>({ next }: Pick<PastHouse, "next">, from: readonly T[]): T | undefined =>
  from[next(from.length)];
/** One of many, mostly of those that matter just now. */
export function lean<T>(house: PastHouse, from: readonly T[], matters: (one: T) => boolean): T | undefined {
  const first = house.next(6) > 0 ? from.filter(matters) : [];
  return pick(house, first.length > 0 ? first : from);
}
/** Messages arrive at those who have an account, unless their network is away. */
export const reaches = ({ silent }: PastHouse, who: string): boolean =>
  !silent.has(who) && CAST.some((one) => one.name === who);

/** Opens the demo district with five deputies of its congress and one of a township's, and nothing planned. */
export async function openPastHouse(
  tx: Tx,
  policy: Policy,
  next: PastHouse["next"],
  seed: number,
  { share, rules }: { readonly share: Books["share"]; readonly rules: readonly RuleText[] },
): Promise<PastHouse> {
  const seats = new Map<string, Seat[]>();
  for (const { name, org, role } of CAST) {
    if (role !== "deputy" || ![...DEPUTIES, TOWNSHIPS_OWN].includes(name)) continue;
    const level = name === TOWNSHIPS_OWN ? "township" : "district";
    const seat = { from: "2021-12-20", term: "第十八届", rests: [] };
    seats.set(name, [
      { ...seat, group: org, level },
      ...(name === IN_BOTH ? [{ ...structuredClone(seat), group: "", level: "township" }] : []),
    ]);
  }
  const now = Date.parse("2026-09-01T10:00:00+08:00");
  return {
    tx,
    policy,
    books: openBooks(seats, share),
    rules,
    next,
    now,
    silent: new Set(),
    told: [`seed ${seed}`],
    focus: { who: "", number: "" },
  };
}

/** Fills a database with that district. */
export async function seedPast(tx: Tx): Promise<void> {
  await seedDemo(tx, new Date("2026-09-01T10:00:00+08:00"));
  for (const table of ["notices", "attendances", "activities"])
    await tx.execute(sql`delete from ${sql.identifier(table)}`);
  const kept = sql.param([...DEPUTIES, TOWNSHIPS_OWN]);
  await tx.execute(sql`delete from mandates m using people p where p.id = m.person_id
    and p.name <> all(${kept}::text[])`);
  await tx.execute(sql`update mandates m set level = 'township' from people p where p.id = m.person_id
    and p.name = ${TOWNSHIPS_OWN}`);
  await tx.execute(sql`insert into mandates (person_id, level, term, township_id, valid_from)
    select m.person_id, 'township', m.term, m.township_id, m.valid_from from mandates m
      join people p on p.id = m.person_id where p.name = ${IN_BOTH}`);
}

/** The moment in the district, with its rules. */
export const worldAt = ({ policy, now }: PastHouse) =>
  worldOf(
    { policy, zone: ZONE, running: [{ channel: "web", bot: "demo" }] },
    toCalendar(OFFICIAL_DAYS, policy.calendar),
    new Date(now),
  );
const senderOf = (name: string): string => `web:demo:${CAST.find((one) => one.name === name)?.id ?? name}`;

/** Somebody asks for something and says yes to what is shown; all that is to be sent is sent. */
export async function ask(house: PastHouse, name: string, request: Request): Promise<Outcome> {
  const { tx } = house;
  const world = worldAt(house);
  const sender = senderOf(name);
  const { speaker } = (await identify(tx, [sender], world.today))(sender);
  const account = { channel: "web", bot: "demo", sender, conversation: sender };
  const facts = { ...world, speaker, account, people: [], places: [], firstContact: false };
  const { outcome, news } = await perform(tx, PARTS, request, facts);
  if (outcome.of === "sure") return ask(house, name, outcome.request);
  if ((await tell(tx, PARTS.vault, news, world)) > 0) await send(house);
  house.told.push(`${new Date(house.now).toISOString()} ${name} ${JSON.stringify(request)} -> ${outcome.of}`);
  return outcome;
}

async function send({ tx, silent, now }: PastHouse): Promise<void> {
  const away = sql.param([...silent].map(senderOf));
  const at = new Date(now).toISOString();
  await tx.execute(sql`update outbox set status = case when conversation = any(${away}::text[]) then 'failed' else 'sent' end,
    sent_at = case when conversation = any(${away}::text[]) then null else ${at}::timestamptz end where status = 'new'`);
}
