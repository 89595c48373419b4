import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchText } from "#test/support/leaks.ts";
import { rosterFile } from "#test/support/roster-file.ts";
import { type Started, startService } from "#test/support/started.ts";

// The machine is lost on Friday; the office has Tuesday's backup. On Wednesday 李明's telephone was stolen, and his logins
// were taken away.
const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-restored-"));
const file = path.join(folder, "tuesday.backup");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = (where: string) => ({
  DATA_DIR: path.join(folder, where),
  PORT: "0",
  DEMO: "0",
  FIELD_KEY: "a field key for what is restored, long enough",
});
const lvzhi = (where: string, ...words: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { PATH: process.env["PATH"], ...settings(where) };
    execFile(process.execPath, ["src/cli/lvzhi.ts", ...words], { env }, (error, out, err) => {
      watchText(err, "errors");
      if (error === null) resolve(out);
      else reject(new Error(err));
    });
  });

async function enter({ url }: Started, code: string) {
  const answer = await fetch(`${url}/api/chat/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  return { status: answer.status, cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}
const look = async ({ url }: Started, cookie: string): Promise<number> =>
  (await fetch(`${url}/api/chat/messages`, { headers: { cookie } })).status;
const codeOf = async (where: string, name: string): Promise<string> =>
  /#code=(\S+)/u.exec(await lvzhi(where, "invite", name))?.[1] ?? "";

let cookie = "";
let unused = "";
beforeAll(async () => {
  const seat = { level: "区", term: "十八届", group: "羊昌镇代表小组", township: "羊昌镇", status: "在任" };
  const from = new Date("2021-12-20T00:00:00Z");
  const roster = await rosterFile({
    orgs: [
      { name: "羊昌镇", kind: "镇街" },
      { name: seat.group, kind: "代表小组", parent: "羊昌镇" },
    ],
    mandates: ["李明", "王芳"].map((name) => ({ name, from, ...seat })),
  });
  writeFileSync(path.join(folder, "roster.xlsx"), roster);
  const before = await startService(settings("before"));
  await lvzhi("before", "import-roster", path.join(folder, "roster.xlsx"));
  ({ cookie } = await enter(before, await codeOf("before", "李明")));
  unused = await codeOf("before", "王芳");
  await lvzhi("before", "backup", file);
  await lvzhi("before", "revoke", "李明");
  expect(await look(before, cookie)).toBe(401);
  await before.close();
}, 120_000);

test("after a restore nobody is in by a session or a code of then; who is invited anew is", async () => {
  const out = await lvzhi("after", "restore", file);
  expect(out).toContain("Ended 1 web sessions and 1 open codes");
  expect(out).toMatch(/as they were at 20\d\d-\d\d-\d\dT\S+: what was revoked since, revoke again/u);
  const after = await startService(settings("after"));
  expect(await look(after, cookie)).toBe(401);
  expect((await enter(after, unused)).status).toBe(401);
  const again = await enter(after, await codeOf("after", "王芳"));
  expect([again.status, await look(after, again.cookie)]).toEqual([201, 200]);
  await after.close();
}, 120_000);

test("an operator who knows that nothing was taken away keeps them", async () => {
  const out = await lvzhi("kept", "restore", file, "--keep-logins");
  expect(out).not.toContain("Ended");
  const kept = await startService(settings("kept"));
  expect(await look(kept, cookie)).toBe(200);
  expect((await enter(kept, unused)).status).toBe(201);
  await kept.close();
  await expect(lvzhi("no", "restore", file, "--keep")).rejects.toThrow("--keep-logins");
}, 120_000);
