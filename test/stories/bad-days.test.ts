import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWebHouse, type WebHouse } from "#test/support/web-house.ts";
import { ask, read } from "#test/support/web-person.ts";

let house: WebHouse;
beforeAll(async () => {
  house = await openWebHouse("2026-09-16T09:00:00+08:00");
});
afterAll(() => house.close());

const send = (persona: string, id: string, text: string) =>
  ask(house.url, "POST", "/api/chat/messages", { persona, id, text });
const newest = async (persona: string) => (await read(house.url, persona)).at(-1);

async function answered(persona: string, after: number): Promise<string[]> {
  const until = performance.now() + 10_000;
  for (;;) {
    const shown = await read(house.url, persona, after);
    if (shown.length > 0 || performance.now() > until) return shown.map((one) => one.kind);
    await sleep(50);
  }
}

const records = async (households: number): Promise<number> => {
  const [row] = await house.sql<{ n: number }[]>`
    select count(*)::int n from duty_records where (counts->>'households')::int = ${households}`;
  return row?.n ?? 0;
};

/** From now on the database answers every new row of a table as it does when the disk is full. */
async function fillDisk(table: string): Promise<() => Promise<void>> {
  await house.sql.unsafe(`
    create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
    create trigger no_room before insert on ${table} for each row execute function no_room()`);
  return async () => void (await house.sql.unsafe("drop function no_room cascade"));
}

test("with a full disk a message is refused in plain words, and taken once there is room", async () => {
  const makeRoom = await fillDisk("inbox");
  const refused = await send("liming", "full-1", "昨天走访黄连村31户");
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).not.toBeNull();
  expect(JSON.stringify(refused.body)).toMatch(/[\u4E00-\u9FFF].*[a-z]/u);
  await makeRoom();
  const taken = await send("liming", "full-1", "昨天走访黄连村31户");
  expect([taken.status, taken.body["duplicate"]]).toEqual([202, false]);
  expect(await answered("liming", 0)).toEqual(["report.card"]);
});

test("a yes that finds the disk full takes effect once there is room, once", async () => {
  const seen = (await newest("liming"))?.seq ?? 0;
  const makeRoom = await fillDisk("duty_records");
  expect((await send("liming", "full-2", "1")).status).toBe(202);
  await sleep(1_500);
  expect([await read(house.url, "liming", seen), await records(31)]).toEqual([[], 0]);
  await makeRoom();
  expect(await answered("liming", seen)).toEqual(["report.filed"]);
  expect(await records(31)).toBe(1);
});

function serverProcesses(): number[] {
  const pidFile = path.join(house.dataDir, "postgres", "postmaster.pid");
  const master = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const parentOf = (pid: number): number => {
    try {
      return Number(/\) \w (\d+)/u.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1]);
    } catch {
      return 0;
    }
  };
  const all = readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0);
  return [master, ...all.filter((pid) => parentOf(pid) === master)];
}

async function thawAfter(ms: number, frozen: readonly number[]): Promise<void> {
  await sleep(ms);
  for (const pid of frozen) process.kill(pid, "SIGCONT");
}

test("while the database stands still for 10 s nothing is lost and nothing doubled", async () => {
  await send("wangfang", "still-1", "昨天走访黄连村32户");
  await answered("wangfang", 0);
  const seen = (await newest("wangfang"))?.seq ?? 0;
  const frozen = serverProcesses();
  for (const pid of frozen) process.kill(pid, "SIGSTOP");
  const thawed = thawAfter(10_000, frozen);
  const began = performance.now();
  const refused = await send("wangfang", "still-2", "1");
  expect(refused.status).toBe(503);
  expect(performance.now() - began).toBeLessThan(6_000);
  await thawed;
  // What the page does: it sends again until it hears 202.
  while ((await send("wangfang", "still-2", "1")).status !== 202) await sleep(200);
  expect(await answered("wangfang", seen)).toEqual(["report.filed"]);
  await sleep(500);
  expect(await records(32)).toBe(1);
}, 60_000);
