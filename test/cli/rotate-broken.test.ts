import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "#db/embedded.ts";
import { createVault } from "#db/vault.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { watchText } from "#test/support/leaks.ts";

// The key has leaked, and whoever has it has changed the audit as well: on that very day the key must be changed.
const OLD = "the key that leaked, with which everything was sealed";
const NEW = "the key that is to come in its place, today and no later";

let folder = "";
let sql: Sql;
let stopServer: () => Promise<void>;

type Ended = { readonly code: number; readonly out: string; readonly err: string };
const lvzhi = (key: string, ...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const keys = { FIELD_KEY: key, ...(words[0] === "rotate-key" ? { FIELD_KEY_NEW: NEW } : {}) };
    const env = { PATH: process.env["PATH"], DATA_DIR: folder, DEMO: "0", LOG_LEVEL: "error", ...keys };
    execFile(process.execPath, ["src/cli/lvzhi.ts", ...words], { env }, (error, out, err) => {
      watchText(err, "errors");
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-broken-"));
  const server = await startEmbedded(folder, silentLog);
  stopServer = server.stop;
  const host = path.join(folder, "socket");
  sql = postgres({ host, database: "lvzhi", username: "lvzhi", max: 1, onnotice: () => undefined });
  await lvzhi(OLD, "verify-audit");
  await sql`insert into audit (at, action, subject) select now(), 'contact.read', 'opinion' from generate_series(1, 5)`;
  await lvzhi(OLD, "job", "audit-seal");
  expect((await lvzhi(OLD, "verify-audit")).out).toContain("5 sealed lines");
  await sql`update audit set actor_id = 77 where place = 3`;
}, 120_000);
afterAll(async () => {
  await sql.end();
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
});

const expectOldKeyToGoOn = async (): Promise<void> => {
  const { err } = await lvzhi(OLD, "verify-audit");
  expect(err).toContain("line 3 of the chain");
  expect(err).not.toContain("being changed");
};

test("an audit that was tampered with is not taken over: the old key goes on, and the way out is told", async () => {
  const refused = await lvzhi(OLD, "rotate-key");
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toMatch(/nothing was changed.*--accept-broken-audit/u);
  await expectOldKeyToGoOn();
}, 120_000);

test("nor does it lock everybody out where the run before was killed as soon as it had begun", async () => {
  const mark = createVault(NEW).fingerprint("field-key");
  await sql`insert into settings (name, value) values ('field-key.coming', ${mark})`;
  expect((await lvzhi(OLD, "verify-audit")).err).toContain("being changed");
  expect(await lvzhi(OLD, "rotate-key")).toMatchObject({ code: 1, out: "" });
  await expectOldKeyToGoOn();
}, 120_000);

test("a word that it does not know changes nothing", async () => {
  expect((await lvzhi(OLD, "rotate-key", "--accept")).code).not.toBe(0);
  await expectOldKeyToGoOn();
}, 120_000);

test("accepted, the key is changed, what opens with neither key is told by the exit too, and the audit says what it vouches for", async () => {
  const sealed = createVault(OLD).seal(JSON.stringify({ kind: "text", text: "旧话", attachments: [] }));
  await sql`insert into inbox (channel, bot, external_id, conversation, sender, body, sent_at, status)
    values ('web', 'main', 'a', 'web:main:a', 'web:main:a', ${sealed}, now(), 'done'),
      ('web', 'main', 'b', 'web:main:b', 'web:main:b', ${Buffer.from("of no key at all")}, now(), 'done')`;
  const done = await lvzhi(OLD, "rotate-key", "--accept-broken-audit");
  expect(done.code).toBe(1);
  expect(done.out).toContain("inbox.body: open with neither key and stay so");
  expect(done.out).toContain("6 audit lines with the new key");
  expect(done.err).toContain("1 values open with neither key");
  const verified = await lvzhi(NEW, "verify-audit");
  expect(verified).toMatchObject({ code: 0, err: "" });
  expect(verified.out).toContain("The audit is whole: 6 sealed lines");
  expect(verified.out).toContain("Nothing vouches for lines 1 to 5");
  const [row] = await sql<{ body: Buffer }[]>`select body from inbox where external_id = 'a'`;
  expect(createVault(NEW).open(row?.body ?? Buffer.of())).toContain("旧话");
  expect((await lvzhi(OLD, "verify-audit")).err).toContain("FIELD_KEY is not the key");
}, 120_000);

test("from then on tampering is found again, also with the line that tells of the break", async () => {
  await lvzhi(NEW, "job", "audit-seal");
  expect((await lvzhi(NEW, "verify-audit")).out).toContain("7 sealed lines");
  await sql`delete from audit where action = 'audit.break'`;
  expect((await lvzhi(NEW, "verify-audit")).err).toContain("tampered");
}, 120_000);
