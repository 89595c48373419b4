import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticator } from "#test/support/authenticator.ts";
import { openBrowser, say, visit } from "#test/support/browser.ts";
import { rosterFile } from "#test/support/roster-file.ts";
import { startService, type Started } from "#test/support/started.ts";

const REAL = { DEMO: "0", FIELD_KEY: "a field key for the entrance test, long enough" };
let house: Started;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([startService(REAL), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const lvzhi = async (...words: readonly string[]): Promise<string> => {
  const env = { PATH: process.env["PATH"], DATA_DIR: house.folder, PUBLIC_URL: house.url, ...REAL };
  const { stdout } = await promisify(execFile)(process.execPath, ["src/cli/lvzhi.ts", ...words], { env });
  return stdout;
};

test("the office takes a roster over and invites; the deputy follows the link, taps once, and is known", async () => {
  const file = path.join(house.folder, "roster.xlsx");
  const [group, township] = ["羊昌镇代表小组", "羊昌镇"];
  const from = new Date("2021-12-20T00:00:00Z");
  const seat = { level: "区", term: "十八届", group, township, from, status: "在任" };
  const roster = await rosterFile({
    orgs: [
      { name: township, kind: "镇街" },
      { name: group, kind: "代表小组", parent: township },
    ],
    mandates: [{ name: "李明", ...seat }],
    staff: [{ name: "刘敏", role: "镇街人大工作人员", org: township, from }],
  });
  writeFileSync(file, roster);
  expect(await lvzhi("import-roster", file)).toContain("mandates 1 new");
  const link = /http\S+#code=\S+/u.exec(await lvzhi("invite", "李明"))?.[0] ?? "";
  const { page, complaints, close } = await visit(browser, link);
  await page.getByRole("button", { name: "用绑定码进入" }).click();
  await page.locator(".input").waitFor();
  expect(page.url()).not.toContain("code=");
  await say(page, "昨天走访羊昌镇12户");
  await page.locator('[data-kind="report.card"]').waitFor();
  const again = await visit(browser, link);
  await again.page.getByRole("button", { name: "用绑定码进入" }).click();
  await expect.poll(() => again.page.locator(".wrong").textContent()).toContain("不能用");
  expect(complaints).toEqual([]);
  await again.close();
  await close();
});

test("a deputy who came in as a guest types the code into the chat: the page opens a session of its own for it", async () => {
  const code = /\b[\dA-Z]{5}-[\dA-Z]{5}\b/u.exec(await lvzhi("invite", "李明"))?.[0] ?? "";
  const { page, complaints, close } = await visit(browser, house.url);
  await page.getByRole("button", { name: "我是群众，有事要反映" }).click();
  await say(page, "帮助");
  const [before] = await page.context().cookies();
  await page.locator(".input").fill(`我的绑定码是 ${code}。`);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "李明" }).waitFor();
  const [after] = await page.context().cookies();
  expect(after?.value).not.toBe(before?.value);
  await say(page, "昨天走访羊昌镇9户");
  await page.locator('[data-kind="report.card"]').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("a clerk sets an authenticator up on the page, from the picture or the letters, is known, and shows the number again before a list goes out", async () => {
  const invite = async (): Promise<string> =>
    /http\S+#code=\S+/u.exec(await lvzhi("invite", "刘敏"))?.[0] ?? "";
  const first = await visit(browser, await invite());
  await first.page.getByRole("button", { name: "用绑定码进入" }).click();
  await first.page.getByRole("heading", { name: "刘敏" }).waitFor();
  expect(await first.page.locator(".factor-by").textContent()).toMatch(
    /^请在\d+月\d+日\(.+\)之前设置动态口令/u,
  );
  await say(first.page, "双重验证");
  await first.page.locator('[data-kind^="account."]').last().waitFor();
  await first.close();
  const { page, complaints, close } = await visit(browser, await invite());
  await page.getByRole("button", { name: "用绑定码进入" }).click();
  await page.getByRole("img", { name: "验证器要扫的图" }).waitFor();
  const secret = ((await page.locator(".secret").textContent()) ?? "").replaceAll(" ", "");
  const field = page.getByLabel("填在这里");
  await field.fill("12345");
  await page.getByRole("button", { name: "进入", exact: true }).click();
  await expect.poll(() => page.locator(".wrong").textContent()).toContain("6位数字");
  await field.fill("000000");
  await page.getByRole("button", { name: "进入", exact: true }).click();
  await expect.poll(() => page.locator(".wrong").textContent()).toContain("动态口令不对");
  await field.fill(authenticator(secret, new Date()));
  await page.getByRole("button", { name: "进入", exact: true }).click();
  await page.getByRole("heading", { name: "刘敏" }).waitFor();
  await say(page, "帮助");
  await page.locator('[data-kind^="help."]').last().waitFor();
  const sql = postgres({
    host: path.join(house.folder, "socket"),
    database: "lvzhi",
    username: "lvzhi",
    max: 1,
  });
  await sql`update sessions set factor_at = factor_at - interval '1 hour' where factor_at is not null`;
  await sql.end();
  await say(page, "导出 未报 本月");
  const dialog = page.locator("dialog.ask[open]");
  await dialog.waitFor();
  await dialog.getByLabel("填在这里").fill(authenticator(secret, new Date(Date.now() + 30_000)));
  await dialog.getByRole("button", { name: "确定" }).click();
  // What had to wait is said again by the page.
  await page.locator('[data-kind^="export."], [data-kind^="figures."]').last().waitFor();
  await expect.poll(() => dialog.count()).toBe(0);
  // The browser notes the wrong number that was refused, and nothing else.
  expect(complaints.filter((one) => !one.includes("401"))).toEqual([]);
  await close();
});
