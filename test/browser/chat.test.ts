import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESKTOP, newest, openBrowser, PHONE, say, visit } from "#test/support/browser.ts";
import { startService, type Started } from "#test/support/started.ts";
import { ask, read } from "#test/support/web-person.ts";

let house: Started;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([startService(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

test("a deputy picks a name, says a sentence, taps once, and has a number", async () => {
  const { page, complaints, close } = await visit(browser, house.url);
  await page.getByRole("link", { name: "李明" }).click();
  await say(page, "昨天走访黄连村12户，有人反映二组路灯不亮");
  expect(await newest(page).getAttribute("data-kind")).toBe("report.card");
  await expect.poll(() => page.locator(".mine .meta").first().textContent()).toBe("已收到");
  await newest(page).locator(".choice").first().click();
  await page.locator('[data-kind="report.filed"]').waitFor();
  expect(await newest(page).textContent()).toMatch(/履-\d{4}-\d{5}/u);
  const card = page.locator('[data-kind="report.card"] .choice');
  expect(await card.evaluateAll((all) => all.map((one) => one.getAttribute("aria-disabled")))).toEqual(
    Array.from({ length: await card.count() }, () => "true"),
  );
  expect(complaints).toEqual([]);
  await close();
});

test("a hasty double tap files one record", async () => {
  const { page, close } = await visit(browser, `${house.url}/#wangfang`);
  await say(page, "今天走访平寨村8户");
  await newest(page).locator(".choice").first().dblclick();
  await page.locator('[data-kind="report.filed"]').waitFor();
  await page.locator('[data-kind="report.card"] .choice').first().click({ force: true });
  await page.waitForTimeout(500);
  expect(await page.locator('[data-kind="report.filed"]').count()).toBe(1);
  expect(await page.locator(".mine").count()).toBe(2);
  expect((await read(house.url, "wangfang")).filter((one) => one.kind === "help.stale")).toEqual([]);
  await close();
});

test("a reload shows the same conversation, in the same order, with the card used up", async () => {
  const { page, complaints, close } = await visit(browser, `${house.url}/#chenjianguo`);
  await say(page, "昨天走访三江村5户");
  await newest(page).locator(".choice").first().click();
  await page.locator('[data-kind="report.filed"]').waitFor();
  await page.locator(".input").fill("写了一半");
  await expect.poll(() => page.locator('.mine[data-state="received"]').count()).toBe(2);
  const before = await page.locator(".log-list").textContent();
  await page.reload();
  await page.locator('[data-kind="report.filed"]').waitFor();
  expect(await page.locator(".log-list").textContent()).toBe(before);
  expect(await page.locator(".choice.used").count()).toBe(3);
  expect(await page.locator(".input").inputValue()).toBe("写了一半");
  expect(complaints).toEqual([]);
  await close();
});

test("playing somebody else shows that person's conversation alone, and going back shows the first one", async () => {
  const { page, complaints, close } = await visit(browser, `${house.url}/#mengxiaolan`);
  await say(page, "今天接待群众3人");
  await page.getByRole("link", { name: "返回选人" }).click();
  await page.getByRole("link", { name: "罗文军" }).click();
  await page.locator(".welcome").waitFor();
  expect(await page.locator(".theirs, .mine").count()).toBe(0);
  expect(await page.title()).toContain("罗文军");
  await page.goBack();
  await page.goBack();
  await page.locator(".theirs").waitFor();
  expect(await page.locator("h1").textContent()).toBe("蒙小兰");
  expect(await page.locator(".mine").textContent()).toContain("今天接待群众3人");
  expect(complaints).toEqual([]);
  await close();
});

test("every role is offered sentences to tap at the first opening, and a tap sends one", async () => {
  const { page, complaints, close } = await visit(browser, house.url);
  for (const persona of ["clerk-yangchang", "officer", "director", "unit-water", "resident", "stranger"]) {
    await page.goto(`${house.url}/#${persona}`);
    await page.locator(".example").last().click();
    await page.locator(".theirs").first().waitFor();
    expect(await page.locator(".welcome").isHidden()).toBe(true);
  }
  expect(complaints).toEqual([]);
  await close();
});

test("the keyboard alone is enough, and Enter within an input method sends nothing", async () => {
  const { page, complaints, close } = await visit(browser, house.url, DESKTOP);
  await page.locator(".person").first().waitFor();
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      const there = await page.evaluate(
        "(document.activeElement?.ariaLabel ?? '') + document.activeElement?.textContent",
      );
      if (String(there).includes(name)) return;
    }
    throw new Error(`no way to ${name} by keyboard`);
  };
  await tabTo("吴红梅");
  await page.keyboard.press("Enter");
  await page.locator(".input").waitFor();
  await tabTo("要说的话");
  await page.keyboard.insertText("昨天走访洛湾社区7户");
  await page.evaluate(
    "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))",
  );
  expect(await page.locator(".mine").count()).toBe(0);
  await page.keyboard.press("Enter");
  await page.locator('[data-kind="report.card"]').waitFor();
  await page.evaluate("document.querySelector('.log').focus()");
  await tabTo("对");
  await page.keyboard.press("Enter");
  await page.locator('[data-kind="report.filed"]').waitFor();
  expect(await page.evaluate("document.activeElement.className")).toContain("choice");
  expect(complaints).toEqual([]);
  await close();
});

test("a screen reader hears a log that speaks as it grows, with a name for everything to press", async () => {
  const { page, close } = await visit(browser, `${house.url}/#zhouzhiqiang`);
  await say(page, "帮助");
  const log = page.getByRole("log", { name: "对话" });
  await expect.poll(() => log.getAttribute("aria-live")).toBe("polite");
  expect(await page.getByRole("textbox", { name: "要说的话" }).count()).toBe(1);
  for (const name of ["添加照片或文件", "发送", "帮助"])
    expect(await page.getByRole("button", { name, exact: true }).count()).toBeGreaterThan(0);
  expect(await page.getByRole("group", { name: "点一项" }).count()).toBe(1);
  const unnamed =
    "[...document.querySelectorAll('button, a, input, textarea')].filter((one) => !(one.ariaLabel || one.textContent || one.ariaHidden)).length";
  expect(await page.evaluate(unnamed)).toBe(0);
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  await close();
});

test("a photo goes with the words, is seen again after a reload, and what cannot be sent says why", async () => {
  const { page, complaints, close } = await visit(browser, `${house.url}/#weiguoliang`);
  const picker = page.locator('input[type="file"]');
  await picker.setInputFiles({ name: "声音.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("ID3") });
  await expect.poll(() => page.locator(".tray-state").textContent()).toContain("这种文件收不了");
  await page.locator(".send").click();
  expect(await page.locator(".tray-note").textContent()).toContain("这种文件收不了");
  await page.getByRole("button", { name: "去掉 声音.mp3" }).click();
  await picker.setInputFiles({
    name: "大.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.alloc(11 * 1024 * 1024),
  });
  await expect.poll(() => page.locator(".tray-state").textContent()).toContain("超过10MB");
  await page.getByRole("button", { name: "去掉 大.pdf" }).click();
  const shot = await page.screenshot();
  await picker.setInputFiles({ name: "现场.png", mimeType: "image/png", buffer: shot });
  await expect.poll(() => page.locator(".tray-state").textContent()).toBe("已传好");
  await say(page, "昨天走访黄连村12户");
  expect(await page.locator(".tray li").count()).toBe(0);
  await page.reload();
  const photo = page.locator(".mine .photo img");
  await photo.waitFor();
  await expect.poll(() => photo.evaluate((image) => Reflect.get(image, "naturalWidth"))).toBe(720);
  expect(complaints).toEqual([]);
  await close();
});

test("a message the service will never take comes back to be changed", async () => {
  const { page, close } = await visit(browser, `${house.url}/#mengxiaolan`, PHONE);
  await page.locator(".input").fill("长".repeat(30_000));
  await page.locator(".send").click();
  await page.locator(".why").waitFor();
  expect(await page.locator(".why").textContent()).toContain("太长");
  await page.getByRole("button", { name: "改一改再发" }).click();
  expect(await page.locator(".mine").count()).toBe(0);
  await say(page, "帮助");
  const personas = await ask(house.url, "GET", "/api/chat/personas");
  expect(personas.status).toBe(200);
  await close();
});
