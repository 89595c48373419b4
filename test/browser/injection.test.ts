import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, PHONE, visit } from "#test/support/browser.ts";
import { startService, type Started } from "#test/support/started.ts";
import { ask, read } from "#test/support/web-person.ts";
import { PAYLOADS } from "./payloads.ts";

let house: Started;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([startService(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const DEPUTIES = ["liming", "wangfang", "chenjianguo", "yangxiuying", "luowenjun", "wuhongmei"];

test("four hundred ways to smuggle a script into a message are shown as the words they are", async () => {
  expect(PAYLOADS).toHaveLength(400);
  const sent = PAYLOADS.map((payload, index) => {
    const persona = DEPUTIES[index % DEPUTIES.length] ?? "liming";
    return { persona, id: `payload-${index}`, text: `昨天走访黄连村12户，有人反映${payload}路灯不亮` };
  });
  for (const message of sent) await ask(house.url, "POST", "/api/chat/messages", message);
  for (const persona of DEPUTIES) {
    const last = () => read(house.url, persona).then((all) => all.length);
    const mine = sent.filter((one) => one.persona === persona);
    await expect.poll(last, { timeout: 60_000, interval: 500 }).toBeGreaterThanOrEqual(mine.length);
    const { page, complaints, close } = await visit(browser, house.url, PHONE);
    const own = mine.map(({ id, text }, index) => {
      const files = [{ id: text, name: text, type: index % 2 === 0 ? "application/pdf" : text }];
      return { id, text, after: index, state: "refused", why: text, files };
    });
    await page.evaluate(
      `localStorage.setItem("lvzhi.own.${persona}", ${JSON.stringify(JSON.stringify(own))})`,
    );
    await page.goto(`${house.url}/#${persona}`);
    await expect.poll(() => page.locator(".theirs").count(), { timeout: 30_000 }).toBe(await last());
    expect(await page.locator(".mine").count()).toBe(mine.length);
    expect(await page.locator(".log").textContent()).toContain("onerror=");
    const alive =
      ".log :is(script, iframe, svg, object, style, form, video, input, details, meta, [onerror])";
    expect(await page.locator(alive).count()).toBe(0);
    expect(await page.evaluate("window.pwned")).toBeUndefined();
    expect(page.url()).toBe(`${house.url}/#${persona}`);
    expect(complaints).toEqual([]);
    await close();
  }
}, 180_000);

test("the page itself could not run markup if it wanted to", async () => {
  const { page, close } = await visit(browser, house.url);
  const refused = await page.evaluate(`(() => {
    try { document.body.innerHTML = "<b>x</b>"; return "ran"; } catch (error) { return error.name; }
  })()`);
  expect(refused).toBe("TypeError");
  await close();
});
