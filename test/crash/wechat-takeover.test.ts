import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Deputy, makeDeputies, reportText } from "#bench/kill/deputies.ts";
import { type House, openHouse } from "#bench/kill/house.ts";
import { splitAddress } from "#src/message/address.ts";
import { eventually } from "#test/support/eventually.ts";
import type { Order, ReplicaSettings, Told } from "#test/support/wechat-replica.ts";

// Two processes on one database and one WeChat account: one of them holds the log-in.
type Replica = { readonly holder: string; readonly child: ChildProcess };
type Event = Told & { readonly by: string; readonly at: number };
const REPLICA = fileURLToPath(new URL("../support/wechat-replica.ts", import.meta.url));
const TAKEOVER_MS = 10_000;
/** How long anything else may take on a machine that does other things as well. */
const PATIENCE_MS = 30_000;

let deputies: readonly Deputy[];
let house: House;
let folder: string;
let events: Event[];
let replicas: Replica[];

beforeEach(async () => {
  deputies = makeDeputies(6, "wechat:main");
  house = await openHouse(deputies);
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-wechat-"));
  events = [];
  replicas = ["first", "second"].map(startReplica);
  await eventually(() => expect(events.filter(({ is }) => is === "ready")).toHaveLength(2), 30_000);
}, 60_000);
afterEach(async () => {
  for (const { child } of replicas) await kill(child);
  await house.close();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

function startReplica(holder: string): Replica {
  const people = deputies.map(idOf);
  const settings: ReplicaSettings = { database: house.address, holder, folder, people };
  const child = fork(REPLICA, [JSON.stringify(settings)], { execArgv: [] });
  child.on("message", (told: Told) => events.push({ ...told, by: holder, at: performance.now() }));
  return { holder, child };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const tell = ({ child }: Replica, order: Order): void => void child.send(order);
const idOf = ({ conversation }: Deputy): string => splitAddress(conversation).rest;
const logIns = (): readonly Event[] => events.filter(({ is }) => is === "logged-in");
const sent = () => events.flatMap((one) => (one.is === "sent" && !isQuestion(one.text) ? [one] : []));
/** Whether something was said that was not heard: what those who were talking are asked after a takeover. */
const isQuestion = (text: string): boolean => text.includes("微信助手");

async function findLeader(): Promise<{ leader: Replica; other: Replica }> {
  await eventually(() => expect(logIns().length).toBeGreaterThan(0), PATIENCE_MS);
  const leader = replicas.find(({ holder }) => holder === logIns()[0]?.by);
  const other = replicas.find((one) => one !== leader);
  if (leader === undefined || other === undefined) throw new Error("nobody is logged in");
  await eventually(async () => expect(await isPresenceNoted()).toBe(true), PATIENCE_MS);
  return { leader, other };
}

async function isPresenceNoted(): Promise<boolean> {
  return (await house.sql`select 1 from settings where name = 'heard:wechat:main'`).length > 0;
}

async function storedCount(): Promise<number> {
  const [row] = await house.sql<{ n: number }[]>`select count(*)::int n from inbox where channel = 'wechat'`;
  return row?.n ?? 0;
}

/** All deputies report to a process; resolves when every word is stored. */
async function allReport(to: Replica, report: number): Promise<void> {
  for (const one of deputies) tell(to, { from: idOf(one), text: reportText(report) });
  await eventually(async () => expect(await storedCount()).toBe(deputies.length * report), PATIENCE_MS);
}

/** Who is asked whether something was said in between; in the quiet hours that waits for the morning. */
async function listAsked(): Promise<string[]> {
  const rows = await house.sql<{ who: string }[]>`
    select conversation as who from outbox where kind = 'channel.gap' order by 1`;
  return rows.map(({ who }) => who);
}

/** Each deputy has so many answers; what may have come twice says so. */
async function expectAnswers(each: number): Promise<void> {
  await eventually(() => {
    const unmarked = sent().filter(({ text }) => !text.includes("可能重复"));
    for (const one of deputies) {
      const own = sent().filter(({ to }) => to === idOf(one));
      expect(own.length).toBeGreaterThanOrEqual(each);
      expect(unmarked.filter(({ to }) => to === idOf(one)).length).toBeLessThanOrEqual(each);
    }
  }, PATIENCE_MS);
}

/** Does harm to the leader, who has stored what everybody said and answered two; how long until the other logs in. */
async function takeover(harm: (leader: Replica) => unknown) {
  const { leader, other } = await findLeader();
  tell(leader, { hangsAfter: 2 });
  await allReport(leader, 1);
  await eventually(() => expect(sent()).toHaveLength(2), PATIENCE_MS);
  const began = performance.now();
  await harm(leader);
  await eventually(() => expect(logIns().at(-1)?.by).toBe(other.holder), PATIENCE_MS);
  return { leader, other, ms: (logIns().at(-1)?.at ?? Infinity) - began };
}

test("a process that holds the log-in and is killed is followed within ten seconds, and what is owed is sent", async () => {
  const { other, ms } = await takeover(({ child }) => kill(child));
  expect(ms).toBeLessThanOrEqual(TAKEOVER_MS);
  await expectAnswers(1);
  expect(sent().some(({ by }) => by === other.holder)).toBe(true);
  await allReport(other, 2);
  await expectAnswers(2);
  expect(await listAsked()).toEqual(deputies.map(({ conversation }) => conversation).sort());
}, 120_000);

test("one that is frozen is followed as well, and lets go of the log-in when it wakes", async () => {
  const { leader, other, ms } = await takeover(({ child }) => child.kill("SIGSTOP"));
  expect(ms).toBeLessThanOrEqual(TAKEOVER_MS);
  await expectAnswers(1);
  tell(leader, { hangsAfter: Infinity });
  leader.child.kill("SIGCONT");
  const last = (): Event | undefined =>
    events.findLast(({ by, is }) => by === leader.holder && is !== "sent" && is !== "ready");
  await eventually(() => expect(last()?.is).toBe("logged-out"), PATIENCE_MS);
  const woken = events.length;
  await allReport(other, 2);
  await expectAnswers(2);
  await sleep(1_000);
  expect(events.slice(woken).filter(({ by }) => by === leader.holder)).toEqual([]);
}, 120_000);
