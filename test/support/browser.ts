import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** A phone of the kind many deputies have. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 760 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** Debian's Chromium: the package brings no browser of its own. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A page and all it complained about: errors, breaches of the content policy, dialogs that nobody asked for. */
export type Visit = {
  readonly page: Page;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

/** Opens the page of a service in a browser of its own: nothing is kept from another visit. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = PHONE,
): Promise<Visit> {
  const context = await browser.newContext({ locale: "zh-CN", colorScheme: "light", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/** Says something on the page of a chat and waits until something new is said in answer. */
export async function say(page: Page, text: string): Promise<void> {
  const before = await page.locator(".theirs").count();
  await page.locator(".input").fill(text);
  await page.locator(".send").click();
  await page.locator(".theirs").nth(before).waitFor();
}

/** The newest thing that the service said. */
export const newest = (page: Page) => page.locator(".theirs").last();

/** Where pictures of the page go, to be looked at. */
export const picture = (name: string): string => path.join(tmpdir(), "lvzhi-pictures", `${name}.png`);
