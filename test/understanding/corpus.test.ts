import { expect, test } from "vitest";
import { labelled, score } from "#test/support/reading.ts";

/** Thousands of messages are read, beside whatever else the machine does. */
const PATIENCE = 60_000;

test(
  "what deputies write in the development corpus is read right, and nothing wrong goes unasked",
  async () => {
    const { fieldAccuracy, silent, needless } = await score(await labelled("messages.dev.jsonl"));
    expect(fieldAccuracy).toBeGreaterThanOrEqual(0.99);
    expect(silent).toBe(0);
    expect(needless).toBeLessThanOrEqual(0.05);
  },
  PATIENCE,
);

test(
  "our own ten styles are read as they were labelled",
  async () => {
    const { fieldAccuracy, silent, needless } = await score(await labelled("messages.own.jsonl"));
    expect(fieldAccuracy).toBeGreaterThanOrEqual(0.99);
    expect(silent).toBeLessThanOrEqual(0.015);
    expect(needless).toBeLessThanOrEqual(0.05);
  },
  PATIENCE,
);

test(
  "what many blind writers wrote is read as they labelled it, or asked about",
  async () => {
    const { fieldAccuracy, silent, needless } = await score(await labelled("messages.more.jsonl"));
    expect(fieldAccuracy).toBeGreaterThanOrEqual(0.9);
    expect(silent).toBeLessThanOrEqual(0.18);
    expect(needless).toBeLessThanOrEqual(0.06);
  },
  PATIENCE,
);
