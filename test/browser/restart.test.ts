import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newest, openBrowser, say, visit } from "#test/support/browser.ts";
import { startService, type Started } from "#test/support/started.ts";
import { read } from "#test/support/web-person.ts";

let house: Started;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([startService(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

test("what is said while the service is away is kept, told so, and arrives once when it is back", async () => {
  const { page, close } = await visit(browser, `${house.url}/#liming`);
  await say(page, "昨天走访黄连村12户");
  await house.stop();
  await newest(page).locator(".choice").first().click();
  await page.locator('.mine[data-state="unsent"]').waitFor();
  expect(await page.locator(".mine .state-button").textContent()).toBe("没送出，点此重发");
  await expect.poll(() => page.locator(".lost").textContent()).toContain("正在重连");
  await page.locator(".mine .state-button").click();
  await page.locator(".input").fill("我的履职");
  await page.locator(".send").click();
  await house.again();
  await page.locator('[data-kind="report.filed"]').waitFor();
  await expect.poll(() => page.locator(".theirs").count()).toBe(3);
  await expect.poll(() => page.locator('.mine[data-state="received"]').count()).toBe(3);
  await expect.poll(() => page.locator(".lost").textContent()).toBe("");
  expect((await read(house.url, "liming")).filter((one) => one.kind === "report.filed")).toHaveLength(1);
  await close();
});

test("an answer that got lost on its way makes the page ask again under the same id, and nothing is doubled", async () => {
  const { page, close } = await visit(browser, `${house.url}/#wangfang`);
  let lost = 0;
  await page.route("**/api/chat/messages", async (route) => {
    if (route.request().method() !== "POST" || lost >= 2) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await say(page, "昨天走访黄连村12户");
  await expect.poll(() => page.locator('.mine[data-state="received"]').count()).toBe(1);
  expect(lost).toBe(2);
  expect(await read(house.url, "wangfang")).toHaveLength(1);
  await close();
});

test("a page that is closed before its words got through sends them when it is opened again", async () => {
  const { page, close } = await visit(browser, `${house.url}/#chenjianguo`);
  await page.locator(".welcome").waitFor();
  await page.route("**/api/chat/messages", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.locator(".input").fill("昨天走访三江村5户");
  await page.locator(".send").click();
  await page.locator(".mine").waitFor();
  await page.goto("about:blank");
  await page.unroute("**/api/chat/messages");
  await page.goto(`${house.url}/#chenjianguo`);
  await page.locator('[data-kind="report.card"]').waitFor();
  expect(await page.locator(".mine").count()).toBe(1);
  await close();
});
