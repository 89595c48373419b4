import { describe, expect, test } from "vitest";
import { PROPOSED, PROPOSED_INTENTS, type Proposal } from "#src/understanding/proposal.ts";
import { isUnsure, settle } from "#src/understanding/settle.ts";
import { understand } from "#src/understanding/understand.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
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
  const said = "头堡老张屋头的灶重新打好了";

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

describe("of what the rules ask about, only what stands in the message is believed:", () => {
  const said = "8号去小河边那家看了看";
  const asked = (ask: Understanding["ask"]): Understanding => ({
    intent: "report",
    reports: [{ kind: "home_visit", date: "2026-09-16", text: said }],
    opinions: [],
    ask,
  });
  const first = (ask: Understanding["ask"], proposal: Omit<Proposal, "intent">) => {
    const read = settle(asked(ask), { intent: "report", ...proposal }, said, CONTEXT);
    return { ...read.reports[0], ask: read.ask };
  };

  test("a place in its words, no other", () => {
    expect(first(["place"], { place: "小河边" })).toMatchObject({ place: "小河边", ask: [] });
    expect(first(["place"], { place: "北京市" })).toMatchObject({ ask: ["place"] });
    expect(first(["place"], { place: "北京市" }).place).toBeUndefined();
    expect(first([], { place: "小河边" }).place).toBeUndefined();
  });

  test("a past day whose number it says, no other", () => {
    expect(first(["date"], { date: "2026-09-08" })).toMatchObject({ date: "2026-09-08", ask: [] });
    for (const date of ["2026-09-03", "2026-10-08", "2025-06-08"])
      expect(first(["date"], { date })).toMatchObject({ date: "2026-09-16", ask: ["date"] });
    expect(first([], { date: "2026-09-08" }).date).toBe("2026-09-16");
  });

  test("a kind where it is asked about", () => {
    expect(first(["kind", "date"], { kind: "poverty_aid" })).toMatchObject({
      kind: "poverty_aid",
      ask: ["date"],
    });
    expect(first(["date"], { kind: "poverty_aid" }).kind).toBe("home_visit");
  });

  test("a category where the only opinion's is asked about", () => {
    const opinion = { text: "路边那个事", category: "other" } as const;
    const read: Understanding = { intent: "opinion", reports: [], opinions: [opinion], ask: ["category"] };
    const sorted = settle(read, { intent: "opinion", category: "transport" }, "路边那个事", CONTEXT);
    expect([sorted.opinions[0]?.category, sorted.ask]).toEqual(["transport", []]);
  });
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
