import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, say, visit } from "#test/support/browser.ts";
import { startService, type Started } from "#test/support/started.ts";

const REAL = { DEMO: "0", FIELD_KEY: "a field key for what browsers keep, long enough" };
const SAID = "张大爷说楼上漏水三个月没人管";
const HALF = "李婆婆家的低保";
let house: Started;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([startService(REAL), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

/** All that the browser has kept of this service, as somebody sees it who sits down before it. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(
    "JSON.stringify([localStorage, sessionStorage, document.cookie]) + Object.keys(localStorage).join()",
  );

async function guestWhoSaid(): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const visited = await visit(browser, house.url);
  const { page } = visited;
  await page.getByRole("button", { name: "我是群众，有事要反映" }).click();
  await say(page, SAID);
  await page.locator(".input").fill(HALF);
  await expect.poll(() => page.locator('.mine[data-state="received"]').count()).toBe(1);
  return visited;
}

test("what was said and what is half written is in the browser's storage sealed only, and there again after a reload", async () => {
  const { page, complaints, close } = await guestWhoSaid();
  await expect.poll(() => kept(page)).toContain("draft.me");
  const stored = await kept(page);
  expect(stored).toContain("own.me");
  for (const words of [SAID, HALF, "漏水", "低保"]) expect(stored).not.toContain(words);
  await page.reload();
  await page.locator(".mine").waitFor();
  expect(await page.locator(".mine").textContent()).toContain(SAID);
  await expect.poll(() => page.locator(".input").inputValue()).toBe(HALF);
  expect(complaints).toEqual([]);
  await close();
});

test("once the session has ended nothing of it can be read, and leaving takes it away", async () => {
  const { page, close } = await guestWhoSaid();
  const session = await page.context().cookies();
  await page.context().clearCookies();
  await page.reload();
  await page.getByRole("button", { name: "用绑定码进入" }).waitFor();
  expect(await page.locator(".mine").count()).toBe(0);
  await page.getByRole("button", { name: "我是群众，有事要反映" }).click();
  await page.locator(".input").waitFor();
  expect(await page.locator(".mine").count()).toBe(0);
  expect(await page.locator(".input").inputValue()).toBe("");
  expect(session).toHaveLength(1);
  await page.getByRole("button", { name: "退出", exact: true }).click();
  await page.locator("dialog .primary").click();
  await page.getByRole("button", { name: "用绑定码进入" }).waitFor();
  const stored = await kept(page);
  for (const name of ["own.me", "draft.me", "name.me"]) expect(stored).not.toContain(name);
  await close();
});

test("words that an earlier page kept in clear are sealed as soon as the page is opened", async () => {
  const { page, close } = await guestWhoSaid();
  const old = [{ id: "earlier-page", text: SAID, files: [], after: 0, state: "received" }];
  await page.evaluate(`localStorage.setItem("lvzhi.own.me", ${JSON.stringify(JSON.stringify(old))})`);
  await page.evaluate(`localStorage.setItem("lvzhi.session", '{"guest":false,"name":"欧阳锦绣"}')`);
  await page.reload();
  await page.getByRole("heading", { name: "欧阳锦绣" }).waitFor();
  expect(await page.locator(".mine").textContent()).toContain(SAID);
  await expect.poll(() => kept(page)).not.toContain(SAID);
  await expect.poll(() => kept(page)).not.toContain("欧阳锦绣");
  await page.reload();
  await page.getByRole("heading", { name: "欧阳锦绣" }).waitFor();
  await close();
});
