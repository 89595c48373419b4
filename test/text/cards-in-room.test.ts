import { expect, test } from "vitest";
import type { Verified } from "#src/domain/requests/verify.ts";
import { render } from "#src/text/render.ts";
import type { SureReply } from "#src/text/sure.ts";
import { NAME, TITLE, TOWN, on, record, subject, today } from "#test/support/longest-lines.ts";

const records = Array.from({ length: 8 }, () => record);
const number = record.number;
const numbers = Array.from({ length: 8 }, () => number);
const card = "c";
const done: Verified = {
  one: null,
  done: numbers,
  already: [],
  alreadyBy: [],
  changed: [number],
  own: [],
  waiting: [],
  unknown: [],
};

const activity = { number: "活-2026-017", title: TITLE, on, time: "09:30", place: TOWN };
const leave = {
  kind: "sure.leaves" as const,
  leaves: Array.from({ length: 8 }, () => ({
    name: NAME,
    code: null,
    group: null,
    reason: "official_meeting" as const,
    late: true,
    activity,
  })),
  without: [],
  unclear: [],
  settled: [],
};

const cards: Record<string, SureReply> = {
  "the first to verify": { kind: "sure.verify", card, subject, records, left: 1234 },
  "the next to verify": { kind: "sure.verify", card, subject, records, left: 1234, done },
  "to verify without some": {
    kind: "sure.verify",
    card,
    subject,
    records,
    left: 1234,
    without: [NAME, NAME, NAME],
  },
  "to send back": {
    kind: "sure.return-all",
    card,
    records,
    reason: "户数没有写清楚".repeat(9),
    left: 1234,
    without: [],
  },
  "to send back without some": {
    kind: "sure.return-all",
    card,
    records,
    reason: "户数没有写清楚".repeat(9),
    left: 1234,
    without: numbers,
  },
  "leave to grant": { ...leave, card, left: 1234, approve: true, note: "" },
  "leave to refuse": { ...leave, card, left: 1234, approve: false, note: "请假理由不够充分".repeat(9) },
};

test.for(Object.entries(cards))("%s keeps within a card", ([, one]) => {
  const { text } = render(one, { today });
  expect(text.length, text).toBeLessThanOrEqual(500);
  expect(text.split("\n").length).toBeLessThanOrEqual(16);
  if ("records" in one)
    expect(text, "what is agreed to stands in each line").toContain("12月28日 1234人等\n");
});
