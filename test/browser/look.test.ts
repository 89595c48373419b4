import { readFileSync, statSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESKTOP, openBrowser, PHONE, picture, say, visit } from "#test/support/browser.ts";
import { startService, type Started } from "#test/support/started.ts";

let house: Started;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([startService(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const FAULTS = readFileSync(new URL("./page/faults.js", import.meta.url), "utf8");
const LETTERS =
  "parseFloat(getComputedStyle([...document.querySelectorAll('.theirs .words')].at(-1)).fontSize)";
const SIZES = [
  ["标准", 48, 18],
  ["大字", 60, 24],
  ["特大", 60, 30],
] as const;

test.each([
  ["by day on a phone", PHONE],
  ["by night on a phone", { ...PHONE, colorScheme: "dark" as const }],
  ["on a desktop", DESKTOP],
])("everything can be read and hit %s, in every size", async (where, options) => {
  const { page, complaints, close } = await visit(browser, house.url, options);
  const faults = (least: number) => page.evaluate(`${FAULTS}; faults(${least})`);
  for (const [name, least, letters] of SIZES) {
    await page.goto(`${house.url}/#`);
    await page.locator(".person").first().waitFor();
    expect(await page.locator(".size").textContent()).toContain(name);
    expect(await faults(least)).toEqual([]);
    await page.goto(`${house.url}/#liming`);
    await say(page, "昨天走访黄连村12户，接待群众5人，有人反映二组路灯不亮");
    expect(await faults(least)).toEqual([]);
    expect(await page.evaluate(LETTERS)).toBe(letters);
    await page.screenshot({ path: picture(`${where}-${name}`.replaceAll(" ", "-")) });
    await page.locator('.choice[aria-disabled="false"]').last().click();
    await page.locator(".size").click();
  }
  expect(complaints).toEqual([]);
  await close();
  expect(statSync(picture(`${where}-标准`.replaceAll(" ", "-"))).size).toBeGreaterThan(10_000);
});

test("the size that was chosen is there next time", async () => {
  const { page, close } = await visit(browser, house.url);
  await page.locator(".size").click();
  await page.reload();
  await page.locator(".person").first().waitFor();
  expect(await page.locator("html").getAttribute("data-size")).toBe("large");
  expect(await page.locator(".size").getAttribute("aria-label")).toBe("字号：大字");
  await close();
});
