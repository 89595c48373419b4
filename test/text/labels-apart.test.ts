import { expect, test } from "vitest";
import { render } from "#src/text/render.ts";

const TRAINING = { title: "羊昌镇学习培训", on: "2026-12-10", place: "镇政府" };
const MORNING = { ...TRAINING, number: "活-2026-006", time: "09:00" };
const AFTERNOON = { ...TRAINING, number: "活-2026-007", time: "15:00" };
const ELSEWHERE = { ...MORNING, number: "活-2026-008", place: "文化站" };
const SAME = { ...MORNING, number: "活-2026-009" };
const OTHER_DAY = { ...MORNING, number: "活-2026-010", on: "2026-12-11" };

const labelsOf = (...activities: readonly (typeof MORNING)[]): readonly string[] =>
  render(
    { kind: "activity.answer", outcome: { of: "activity.which", activities, leave: {} } },
    { today: "2026-12-02" },
  ).choices.map((one) => one.label);

test("what a deputy may ask leave from is told apart by the day, the hour, the place, or the number", () => {
  expect(labelsOf(MORNING, OTHER_DAY)).toEqual([
    "12月10日(周四) 羊昌镇学习培训",
    "12月11日(周五) 羊昌镇学习培训",
    "都不是",
  ]);
  expect(labelsOf(MORNING, AFTERNOON)).toEqual([
    "12月10日(周四) 09:00 羊昌镇学习培训",
    "12月10日(周四) 15:00 羊昌镇学习培训",
    "都不是",
  ]);
  expect(labelsOf(MORNING, ELSEWHERE)).toContain("12月10日(周四) 09:00 羊昌镇学习培训 文化站");
  expect(labelsOf(MORNING, SAME)).toContain("12月10日(周四) 羊昌镇学习培训 活-2026-009");
});

test("no two buttons of one answer say the same, whatever they are of", () => {
  const who = { personId: 1, name: "张伟", code: null, group: "羊昌镇代表小组" };
  const asked = { do: "obligation.accept", submission: "annual_report", name: "张伟" } as const;
  const { choices } = render(
    {
      today: "2026-12-02",
      kind: "obligation.answer",
      outcome: { of: "obligation.which", asked, people: [who, { ...who, personId: 2 }] },
    },
    { today: "2026-12-02" },
  );
  expect(choices.map((one) => one.label)).toEqual([
    "张伟(羊昌镇代表小组)(第1个)",
    "张伟(羊昌镇代表小组)(第2个)",
  ]);
});
