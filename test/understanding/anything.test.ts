import fc from "fast-check";
import { expect, test } from "vitest";
import { worstInputs } from "#bench/worst-inputs.ts";
import { ASKABLE } from "#src/understanding/understanding.ts";
import { read } from "#test/support/reading.ts";

const AT = {
  id: "any",
  at: "2026-09-16T20:00:00+08:00",
  people: ["李明", "王芳"],
  places: ["羊昌镇", "黄连村"],
};
const WORDS =
  "走访 了 12 户 群众反映 路灯 不亮 , 。 、 : \n 1. ① 一是 昨天 9月 31号 和李明 在黄连村 不对 是 改成 请假 ? 我 没去 ( ) \u0000 \ud800 𠮷 ｎ 訪 万 半 建议 关于 满意 撤回".split(
    " ",
  );

test("whatever is written, something sensible is read and nothing is thrown", () => {
  const said = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 24 }).map((words) => words.join("")),
  );
  fc.assert(
    fc.property(said, (text) => {
      const { intent, reports, opinions, ask } = read({ ...AT, text });
      expect(ask.every((name) => ASKABLE.includes(name))).toBe(true);
      if (intent === "report") expect(reports.length).toBeGreaterThan(0);
      if (intent === "opinion") expect(opinions.length > 0 || ask.includes("text")).toBe(true);
      for (const { date, end } of reports) {
        expect(date <= "2026-09-16").toBe(true);
        if (end !== undefined) expect(end > date).toBe(true);
      }
    }),
    { numRuns: 800 },
  );
});

test("no message of 4,096 characters makes the reader slow, however it repeats itself", () => {
  const took = (text: string): number => {
    const from = performance.now();
    read({ ...AT, text });
    return performance.now() - from;
  };
  // Far above the budget, which the bench holds: the machine may be busy, and a pattern that blows up takes seconds.
  for (const [name, text] of worstInputs(4096))
    expect(Math.min(took(text), took(text), took(text)), name).toBeLessThan(1000);
});
