import fc from "fast-check";
import { expect, test } from "vitest";
import { isIdleDay } from "#src/understanding/is-idle-day.ts";

const day = (index: number) => ({
  index,
  text: "6号",
  start: "2026-10-06",
  end: "2026-10-06",
  wide: false,
  doubtful: false,
});

test.each([
  ["6号补觉", true],
  ["6号在家休息。 ", true],
  ["6号上午下雨,6号走访", true],
  ["6号休息,走访3户", false],
  ["6号走访3户", false],
  ["6号没落下一户", false],
])("a day on which nothing was done is idle: %s", (text, idle) => {
  const second = text.indexOf("6号", 1);
  const days = [day(0), ...(second < 0 ? [] : [day(second)])];
  expect(isIdleDay(text, day(0), days)).toBe(idle);
});

// What stands behind the day up to the next one that is told: the plain way to say the same.
const IDLE =
  /^(?:上午|下午|晚上|夜里|白天|一?整?天|那天|都|我|就|又|在家|家里|院里|厂里|店里|单位|学校|地里|医院)*(?:在)?(?:休息|补觉|睡|歇|放假|调休|轮休|加班|抢救|上班|值夜班|出差|生病|住院|打针|下雨|停电|忙|有事|没(?!有?[落缺漏耽误迟错少断停])|无(?!偿)|请假)[^,。;\d走访接待慰问调参]{0,8}[,。;\s]*$/u;

function isIdlePlainly(text: string, from: number): boolean {
  const clause = /^[^,。;]*[,。;\s]*/u.exec(text.slice(from))?.[0] ?? "";
  const end = from + clause.length;
  return (
    IDLE.test(clause) && (end >= text.length || [0, 1, 2].some((far) => text.startsWith("6号", end + far)))
  );
}

test("a day is idle where its own clause says so, whatever stands before and behind it", () => {
  const Piece = fc.constantFrom(
    ..."6号 上午 在家 休息 补觉 没 有 落下 无 偿 走访 很 久 , 。 ; 3 了 𠮷".split(" "),
    " ",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(Piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join("");
      const days = [...text.matchAll(/6号/gu)].map((one) => day(one.index));
      for (const one of days)
        expect(isIdleDay(text, one, days)).toBe(isIdlePlainly(text, one.index + one.text.length));
    }),
    { numRuns: 2000 },
  );
});

test("a line of many days takes no longer for each of them than a short one", () => {
  const many = 20_000;
  const text = "6号".repeat(many);
  const days = Array.from({ length: many }, (_, nth) => day(2 * nth));
  const started = process.cpuUsage();
  expect(days.some((one) => isIdleDay(text, one, days))).toBe(false);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(0.5);
});
