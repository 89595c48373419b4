import { describe, expect, test } from "vitest";
import { PROPOSED, PROPOSED_INTENTS, type Proposal } from "#src/understanding/proposal.ts";
import { isUnsure, settle } from "#src/understanding/settle.ts";
import { understand } from "#src/understanding/understand.ts";
import { INJECTIONS } from "#test/support/injections.ts";

const CONTEXT = {
  at: new Date("2026-09-16T09:00:00+08:00"),
  zone: "Asia/Shanghai",
  people: ["李明", "王芳", "陈建国", "杨秀英"],
  places: ["黄连村", "羊昌镇"],
};
const settled = (text: string, proposal: Proposal) =>
  settle(understand(text, CONTEXT), proposal, text, CONTEXT);

describe("where the rules do not know what a sentence is", () => {
  const said = "头堡那家人的房子漏雨我喊人补了瓦";

  test("they read it as what it is proposed to be", () => {
    expect(isUnsure(understand(said, CONTEXT), said, CONTEXT)).toBe(true);
    const read = settled(said, { intent: "report", kind: "practical_help" });
    expect([read.intent, read.reports.map((one) => [one.kind, one.text])]).toEqual([
      "report",
      [["practical_help", said]],
    ]);
  });

  test("and stay by it when the other sees nothing either", () => {
    expect(settled(said, { intent: "chat" })).toEqual(understand(said, CONTEXT));
  });
});

test.each([
  "打算下周去黄连村走访10户",
  "昨天没有去走访黄连村",
  "听说李明昨天去走访了5户",
  "谢谢你们的辛苦付出哈",
])("what is to come, did not happen, was somebody else's or is thanks stays what it is: %s", (text) => {
  expect(settled(text, { intent: "report", kind: "home_visit" })).toEqual(understand(text, CONTEXT));
});

test("a day or a place that the message does not hold is not believed", () => {
  const read = understand("头堡那家人的房子漏雨我喊人补了瓦", CONTEXT);
  const wild = { intent: "report", kind: "practical_help", date: "2026-09-03", place: "北京市" } as const;
  const [report] = settle(read, wild, "头堡那家人的房子漏雨我喊人补了瓦", CONTEXT).reports;
  expect(report?.place).not.toBe("北京市");
  expect(report?.date).not.toBe("2026-09-03");
});

test("what the rules are sure of is not touched", () => {
  const text = "昨天走访黄连村17户";
  const wild = {
    intent: "opinion",
    kind: "ballot",
    date: "2026-09-01",
    place: "走访",
    category: "safety",
  } as const;
  expect(settled(text, wild)).toEqual(understand(text, CONTEXT));
});

describe("whatever a reader that was talked into something proposes, it is a draft of the message's own words", () => {
  const everything = PROPOSED_INTENTS.flatMap((intent): Proposal[] => [
    { intent, kind: "ballot", date: "2026-09-09", place: "别处的地方", category: "safety" },
    { intent, kind: "congress_attend", date: "1900-01-01", place: "1", category: "other" },
  ]);

  test.each(INJECTIONS)("%s", (text) => {
    for (const proposal of everything) {
      const plain = understand(text, CONTEXT);
      const read = settle(plain, proposal, text, CONTEXT);
      if (read.intent !== plain.intent) expect(["report", "opinion", "suggestion"]).toContain(read.intent);
      const gained = [read.onBehalf, read.query, read.correction, read.leave, read.satisfaction];
      expect(gained).toEqual([
        plain.onBehalf,
        plain.query,
        plain.correction,
        plain.leave,
        plain.satisfaction,
      ]);
      for (const one of [...read.reports, ...read.opinions])
        if (one.place !== undefined) expect(["别处的地方", "1"]).not.toContain(one.place);
      for (const one of read.reports)
        expect(text.includes(one.date) || (one.date > "2025-08-01" && one.date <= "2026-09-16")).toBe(true);
    }
  });
});

test("the lists that are offered are the field's own", () => {
  expect([PROPOSED.kinds.size, PROPOSED.categories.size]).toEqual([44, 13]);
});
