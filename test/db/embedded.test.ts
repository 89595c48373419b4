import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { type EmbeddedPostgres, startEmbedded } from "#db/embedded.ts";
import { silentLog } from "#test/support/silent-log.ts";

const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-embedded-"));
const pidFile = path.join(folder, "postgres", "postmaster.pid");
let left: string;
beforeAll(async () => {
  const first = await startEmbedded(folder, silentLog);
  left = readFileSync(pidFile, "utf8");
  await first.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answers = async ({ address }: EmbeddedPostgres): Promise<number> => {
  const client = connect(address, 1);
  try {
    return (await client`select 1`).length;
  } finally {
    await client.end();
  }
};
test("a pid file that a killed server left behind keeps nobody from starting", async () => {
  writeFileSync(pidFile, left);
  const server = await startEmbedded(folder, silentLog);
  expect(await answers(server)).toBe(1);
  await server.stop();
});

test("nor does one whose number has gone to somebody else's process since", async () => {
  writeFileSync(pidFile, left.replace(/^\d+/u, String(process.ppid)));
  const server = await startEmbedded(folder, silentLog);
  expect(await answers(server)).toBe(1);
  await server.stop();
});

test("its log is put aside before it fills the disk", async () => {
  const log = path.join(folder, "postgres.log");
  writeFileSync(log, "x".repeat(10 * 1024 * 1024 + 1));
  const server = await startEmbedded(folder, silentLog);
  await expect.poll(() => statSync(log).size, { timeout: 5_000 }).toBeLessThan(100_000);
  expect(statSync(`${log}.old`).size).toBeGreaterThan(10 * 1024 * 1024);
  expect(await answers(server)).toBe(1);
  await server.stop();
});

test("a second process uses the server that runs, and takes over when the first one stops it", async () => {
  const first = await startEmbedded(folder, silentLog);
  const second = await startEmbedded(folder, silentLog);
  expect(await answers(second)).toBe(1);
  await first.stop();
  await expect.poll(() => answers(second).catch(() => 0), { timeout: 10_000 }).toBe(1);
  await second.stop();
});
