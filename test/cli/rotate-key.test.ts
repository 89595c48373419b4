import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "#db/embedded.ts";
import { createVault } from "#db/vault.ts";
import { toBase32 } from "#src/identify/totp.ts";
import { enterWith } from "#test/support/authenticator.ts";
import { launchService, startService } from "#test/support/started.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { watchText } from "#test/support/leaks.ts";

const OLD = "the key that everything was sealed with at first";
const NEW = "the key that is to come in its place from today";
const ROWS = 8_000;
/** The secret on the telephone of 周敏, who has her second factor since last year. */
const SECRET = randomBytes(20);

let folder = "";
let sql: Sql;
let stopServer: () => Promise<void>;
const settings = (more: Readonly<Record<string, string>> = {}) => ({
  DATA_DIR: folder,
  PORT: "0",
  DEMO: "0",
  LOG_LEVEL: "error",
  FIELD_KEY: OLD,
  ...more,
});

type Ended = { readonly code: number; readonly out: string; readonly err: string };
const run = (
  script: string,
  words: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { PATH: process.env["PATH"], ...settings(more) };
    execFile(process.execPath, [script, ...words], { env }, (error, out, err) => {
      watchText(err, "errors");
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
const lvzhi = (words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  run("src/cli/lvzhi.ts", words, more);

/** The server is the test's own, so that no killed command takes it along. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-rotate-"));
  const server = await startEmbedded(folder, silentLog);
  stopServer = server.stop;
  const host = path.join(folder, "socket");
  sql = postgres({ host, database: "lvzhi", username: "lvzhi", max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await stopServer();
  rmSync(folder, { recursive: true, force: true });
});

/** Fills the inbox as years of messages would, and puts something into every other sealed place. */
async function fill(): Promise<void> {
  const sealed = createVault(OLD).seal(JSON.stringify({ kind: "text", text: "旧话", attachments: [] }));
  await sql`insert into inbox (channel, bot, external_id, conversation, sender, body, sent_at, status)
    select 'web', 'main', 'old/' || n, 'web:main:old', 'web:main:old', ${sealed}, now(), 'done'
    from generate_series(1, ${ROWS}::int) n`;
  await sql`insert into dialogs (conversation, state, updated_at) values ('web:main:old', ${sealed}, now())`;
  await sql`insert into web_messages (conversation, seq, key, kind, body, at)
    values ('web:main:old', 1, 'k', 'help.menu', ${sealed}, now())`;
  await sql`with p as (insert into people (name) values ('张伟') returning id)
    insert into invites (person_id, typed_hash, link_hash, created_at, expires_at)
    select id, 't', 'l', now(), now() + interval '1 day' from p`;
  await sql`with p as (insert into people (name) values ('周敏') returning id),
      o as (insert into orgs (kind, name) values ('district', '乌当区') returning id),
      r as (insert into staff_roles (person_id, org_id, role, valid_from)
        select p.id, o.id, 'office', '2026-01-01' from p, o)
    insert into second_factors (person_id, secret, made_at, confirmed_at)
    select id, ${createVault(OLD).sealBytes(SECRET)}, now(), now() from p`;
  await sql`insert into audit (at, action, subject) select now(), 'contact.read', 'opinion' from generate_series(1, 5)`;
}

async function countWith(key: string): Promise<number> {
  const vault = createVault(key);
  const rows = await sql<{ body: Buffer }[]>`select body from inbox`;
  return rows.filter(({ body }) => {
    try {
      return vault.open(body) !== "";
    } catch {
      return false;
    }
  }).length;
}

test("the key is not changed beside a running service, and nothing is touched", async () => {
  const service = await launchService(settings());
  await fill();
  const refused = await lvzhi(["rotate-key"], { FIELD_KEY_NEW: NEW });
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toMatch(/^lvzhi is running on this database \(\d+ connections\)/u);
  expect(await countWith(OLD)).toBe(ROWS);
  service.kill("SIGTERM");
  await once(service, "exit");
  const again = await launchService(settings());
  again.kill("SIGTERM");
  await once(again, "exit");
}, 60_000);

test.each([
  [{}, /^FIELD_KEY_NEW is missing/u],
  [{ FIELD_KEY_NEW: OLD }, /^FIELD_KEY_NEW is FIELD_KEY/u],
  [
    { FIELD_KEY: "some other key that was never in use here", FIELD_KEY_NEW: NEW },
    /^FIELD_KEY is not the key/u,
  ],
])("with %j the operator is told what is missing", async (more, sentence) => {
  const { code, err } = await lvzhi(["rotate-key"], more);
  expect(code).toBe(1);
  expect(err).toMatch(sentence);
});

test("killed in the middle it keeps everybody out, and run again it ends what it began", async () => {
  const env = { PATH: process.env["PATH"], ...settings({ FIELD_KEY_NEW: NEW }) };
  const half = spawn(process.execPath, ["src/cli/lvzhi.ts", "rotate-key"], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const line of createInterface({ input: half.stdout }))
    if (line.startsWith("inbox.body: ") && Number(line.slice(12)) >= 1_500) {
      half.kill("SIGKILL");
      break;
    }
  await once(half, "close");
  const done = await countWith(NEW);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(ROWS);
  expect(await countWith(OLD)).toBe(ROWS - done);
  for (const FIELD_KEY of [OLD, NEW]) {
    const started = await run("src/main.ts", [], { FIELD_KEY });
    expect(started).toMatchObject({ code: 1, out: "" });
    expect(started.err).toContain("The field key is being changed");
  }
  const elsewhere = await lvzhi(["rotate-key"], {
    FIELD_KEY_NEW: "a third key, which nobody has begun to use",
  });
  expect(elsewhere.err).toContain("finish it first");
  const whole = await lvzhi(["rotate-key"], { FIELD_KEY_NEW: NEW });
  expect(whole).toMatchObject({ code: 0, err: "" });
  expect(whole.out).toContain("1 open invitation codes are void");
  expect(await countWith(NEW)).toBe(ROWS);
  expect((await lvzhi(["rotate-key"], { FIELD_KEY_NEW: NEW })).out).toContain("already");
}, 120_000);

test("afterwards the new key alone opens the door, and the audit is whole and tells of the change", async () => {
  expect((await run("src/main.ts", [], {})).err).toContain(
    "FIELD_KEY is not the key this database was sealed with",
  );
  const verified = await lvzhi(["verify-audit"], { FIELD_KEY: NEW });
  expect(verified).toMatchObject({ code: 0, err: "" });
  const service = await launchService(settings({ FIELD_KEY: NEW }));
  service.kill("SIGTERM");
  await once(service, "exit");
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from audit where action = 'key.rotate'`;
  expect(row?.n).toBe(1);
}, 60_000);

test("the authenticator on somebody's telephone goes on showing the right numbers under the new key", async () => {
  const [row] = await sql<{ secret: Buffer }[]>`select secret from second_factors`;
  const sealed = row?.secret ?? Buffer.alloc(0);
  expect(Buffer.from(createVault(NEW).openBytes(sealed))).toEqual(SECRET);
  expect(() => createVault(OLD).openBytes(sealed)).toThrow();
  const service = await startService(settings({ FIELD_KEY: NEW }));
  const enter = async (secret: Buffer): Promise<number> => {
    const { out } = await lvzhi(["invite", "周敏"], { FIELD_KEY: NEW });
    const [, code = ""] = /#code=(\S+)/u.exec(out) ?? [];
    expect(code).not.toBe("");
    const secrets = new Map([["周敏", toBase32(secret)]]);
    return (await enterWith(service.url, code, { now: new Date(), name: "周敏", secrets })).status;
  };
  expect(await enter(randomBytes(20))).toBe(401);
  expect(await enter(SECRET)).toBe(201);
  await service.close();
}, 60_000);

test("a demo changes the key in its own folder", async () => {
  const demo = { DATA_DIR: path.join(folder, "demo"), DEMO: "1", FIELD_KEY: "" };
  expect(await lvzhi(["verify-audit"], demo)).toMatchObject({ code: 0 });
  const changed = await lvzhi(["rotate-key"], demo);
  expect(changed).toMatchObject({ code: 0, err: "" });
  expect(await lvzhi(["verify-audit"], demo)).toMatchObject({ code: 0, err: "" });
}, 60_000);
