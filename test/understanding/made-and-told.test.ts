import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-09-16T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳"],
    places: ["平寨村", "三江村"],
  });

test("what a motion is to be about stands between 就 and 提, and the rest asks to have it registered", () => {
  expect(read("想就乡村医生养老保险提个议案,请帮我登记,我领衔。")).toMatchObject({
    intent: "suggestion",
    suggestion: { title: "乡村医生养老保险", role: "lead", motion: true },
  });
});

test("whom somebody called back had told of it before: the day is that of the call", () => {
  expect(read("路灯那条意见修好了,昨天我挨个给反映的4位居民回了话").reports).toMatchObject([
    { kind: "opinion_feedback", date: "2026-09-15" },
  ]);
});
