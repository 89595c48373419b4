import type { Day } from "#src/domain/day.ts";
import type { ToldOutcome } from "#src/domain/requests/absence-told.ts";
import { activityLine } from "./activity-words.ts";
import { day } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";

const WAYS = { phone: "电话", paper: "书面" } as const;

/** What staff hear who told a deputy of an absence themselves. */
export function toldAnswer(outcome: ToldOutcome): Rendered {
  switch (outcome.of) {
    case "absence.told-entered":
      return {
        ...words(
          `已记下:${day(outcome.on)}${WAYS[outcome.way]}告知${outcome.name}代表缺席`,
          activityLine(outcome.activity),
          untilWords(outcome),
        ),
        number: outcome.activity.number,
      };
    case "absence.told-before":
      return words(
        `没有改动,${outcome.name}代表${day(outcome.on)}已经知道了:${activityLine(outcome.activity)}`,
        untilWords(outcome),
      );
    case "absence.whose-told":
      return {
        ...words(`这场有${outcome.people.length}位${outcome.request.name}缺席,还没有记下。告知的是哪一位?`),
        choices: outcome.people.slice(0, 5).map((one) => ({
          label: namesakeWords(one),
          act: { ...outcome.request, personId: one.personId },
        })),
      };
  }
}

const untilWords = ({ until }: { readonly until: Day | null }): string =>
  until === null
    ? "异议期从这天起算。最后一天落在还没有放假安排的年份,等公布了才算得出。"
    : `异议期从这天起算,最晚${day(until)}。`;
