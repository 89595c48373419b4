import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScanner } from "#src/compose/scanner.ts";
import { startClamd } from "#test/support/clamd.ts";
import { startService, type Started } from "#test/support/started.ts";
import { ask } from "#test/support/web-person.ts";

// The office has a scanner on its network, and says where.
let clamd: Awaited<ReturnType<typeof startClamd>>;
let house: Started;
beforeAll(async () => {
  clamd = await startClamd();
  house = await startService({ CLAMD_ADDRESS: clamd.address });
});
afterAll(() => house.close());

const send = (words: string) => {
  const form = new FormData();
  form.append("persona", "liming");
  form.append("file", new Blob([`%PDF-1.4\n${words}\n%%EOF`]), "材料.pdf");
  return ask(house.url, "POST", "/api/chat/files", form);
};

test("a file in which the scanner finds something is not taken, and its sender hears why; others are", async () => {
  expect((await send("走访记录")).status).toBe(201);
  const refused = await send("X5O!P%@AP$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
  expect(refused.status).toBe(415);
  expect(JSON.stringify(refused.body)).toContain("查出病毒");
});

test("ten megabytes go through it whole", async () => {
  expect(await createScanner(clamd.address)(randomBytes(10 * 1024 * 1024))).toBe("clean");
});

test("while the scanner is away no file is taken, and it is said to try again", async () => {
  await clamd.close();
  expect((await send("走访记录")).status).toBe(503);
});
