import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSecondReader } from "#src/model/second-reader.ts";
import { type ModelEndpoint, openModelEndpoint } from "#test/support/model-endpoint.ts";
import { silentLog } from "#test/support/silent-log.ts";

let endpoint: ModelEndpoint;
let time = 0;
beforeEach(async () => {
  endpoint = await openModelEndpoint();
  time = 0;
});
afterEach(() => endpoint.close());

const reader = (timeoutMs = 5_000) =>
  createSecondReader({
    url: endpoint.url,
    name: "a-model",
    key: "a-key",
    log: silentLog,
    monotonic: () => time,
    timeoutMs,
  });
const answerOf = (answer: object | string) => async () => {
  endpoint.answer = () => (typeof answer === "string" ? answer : JSON.stringify(answer));
  return reader().read("给张大爷把水管弄好了", "2026-09-16");
};

test("is asked in one form, with its key, at its own address", async () => {
  endpoint.answer = () =>
    JSON.stringify({ intent: "report", kind: "practical_help", date: null, place: null, category: null });
  expect(await reader().read("给张大爷把水管弄好了", "2026-09-16")).toEqual({
    intent: "report",
    kind: "practical_help",
  });
  const [asked] = endpoint.asked;
  expect([asked?.path, asked?.authorization]).toEqual(["/v1/chat/completions", "Bearer a-key"]);
  expect(asked?.body).toMatchObject({
    model: "a-model",
    temperature: 0,
    response_format: { type: "json_schema", json_schema: { strict: true } },
  });
  expect(asked?.body.messages.at(-1)?.content).toBe('{"today":"2026-09-16","text":"给张大爷把水管弄好了"}');
});

describe("anything but that form is no answer:", () => {
  test.each([
    ["words", "好的,这是一条履职记录。"],
    ["a fence", '```json\n{"intent":"report"}\n```'],
    ["a field more", { intent: "report", confirmed: true }],
    ["another intent", { intent: "withdraw" }],
    ["another kind", { intent: "report", kind: "president" }],
    ["no day", { intent: "report", date: "2026-02-31" }],
    ["a number for a place", { intent: "report", place: 7 }],
    ["a novel for a place", { intent: "report", place: "村".repeat(61) }],
    ["a list", [{ intent: "report" }]],
    ["far too much", { intent: "report", place: "x".repeat(100_000) }],
  ])("%s", async (_what, answer) => {
    expect(await answerOf(answer)()).toBeUndefined();
  });
});

test.each([500, 401, 302])("status %i is no answer, and no redirect is followed", async (status) => {
  endpoint.answer = () => status;
  expect(await reader().read("给张大爷把水管弄好了", "2026-09-16")).toBeUndefined();
  expect(endpoint.asked).toHaveLength(1);
});

test("is not waited for longer than it has time, and after three failures not asked for a minute", async () => {
  endpoint.answer = () => null;
  const slow = reader(50);
  const began = performance.now();
  for (let n = 0; n < 3; n += 1) {
    expect(slow.isThere()).toBe(true);
    expect(await slow.read("给张大爷把水管弄好了", "2026-09-16")).toBeUndefined();
  }
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(slow.isThere()).toBe(false);
  time += 60_001;
  expect(slow.isThere()).toBe(true);
  endpoint.answer = () => '{"intent":"chat"}';
  expect(await slow.read("给张大爷把水管弄好了", "2026-09-16")).toEqual({ intent: "chat" });
  expect(slow.isThere()).toBe(true);
});
