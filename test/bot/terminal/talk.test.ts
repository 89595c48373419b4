import { PassThrough } from "node:stream";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choosePersona } from "#bot/terminal/choose-persona.ts";
import { toLines } from "#bot/terminal/print.ts";
import { talk } from "#bot/terminal/talk.ts";
import { createVault } from "#db/vault.ts";
import { CAST } from "#db/demo/cast.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** A keyboard and a screen of streams, on the city's own database. */
function openTerminal() {
  const keyboard = new PassThrough();
  const lines = createInterface({ input: keyboard })[Symbol.asyncIterator]();
  const screen: string[] = [];
  const mailbox = createMailbox(
    city.database.db,
    createVault(TEST_KEY),
    { clock: () => city.now, zone: "Asia/Shanghai" },
    () => mailbox.wake(),
  );
  // The city's network hands on to the mailbox, as the web channel does.
  city.wire.onSend = async (message) => void (await mailbox.append(message));
  const { accept } = city.service;
  const write = (text: string): void => void screen.push(text);
  return {
    terminal: { bot: "demo", accept, mailbox, clock: () => city.now, lines, write },
    types: (text: string) => keyboard.write(`${text}\n`),
    ends: () => keyboard.end(),
    shows: (words: string) =>
      expect.poll(() => screen.join(""), { timeout: 10_000, interval: 20 }).toContain(words),
    screen,
  };
}

test("a deputy is chosen from the menu, reports, answers with a number, and hears the receipt", async () => {
  const { terminal, types, ends, shows } = openTerminal();
  types("不认识的人");
  types("1");
  const persona = await choosePersona(CAST, terminal.lines, terminal.write);
  expect(persona?.name).toBe("李明");
  await shows("没有这个人");
  const talking = talk(terminal, persona ?? CAST[0] ?? { id: "", name: "", role: "deputy", org: "" });
  types("昨天走访黄连村12户");
  await shows("  1 对");
  types("1");
  await shows("履-2026-00001");
  types("退出");
  await talking;
  ends();
});

test("piped words are answered before the end of the input ends the talk", async () => {
  const { terminal, types, ends, screen } = openTerminal();
  types("帮助");
  ends();
  await talk(terminal, { id: "wangfang", name: "王芳", role: "deputy", org: "" });
  expect(screen.join("")).toContain("一句话就能办事");
});

test("what was said before is not said again, and an end without an answer to the menu chooses nobody", async () => {
  const { terminal, ends, screen } = openTerminal();
  ends();
  expect(await choosePersona(CAST, terminal.lines, terminal.write)).toBeUndefined();
  expect(screen.join("")).not.toContain("一句话就能办事");
});

test("nobody's words can move the cursor of a terminal", () => {
  const entry = { seq: 1, kind: "help.chat", choices: [], attachments: [], at: "" };
  expect(toLines({ ...entry, text: "a\u001b[2Jb\u0007\u009b\nc" })).toBe("│ a\uFFFD[2Jb\uFFFD\uFFFD\n│ c\n");
});

test("a line that cannot be stored is tried again under one id, and who typed it is told when it was in vain", async () => {
  const { terminal, types, ends, screen } = openTerminal();
  const tried: string[] = [];
  types("昨天走访黄连村12户");
  ends();
  const accept = ({ externalId }: { externalId: string }): Promise<never> => {
    tried.push(externalId);
    return Promise.reject(new Error("the database is away"));
  };
  await talk({ ...terminal, accept }, { id: "wangfang", name: "王芳", role: "deputy", org: "" });
  expect(tried).toHaveLength(4);
  expect(new Set(tried).size).toBe(1);
  expect(screen.join("")).toContain("没有收下");
});
