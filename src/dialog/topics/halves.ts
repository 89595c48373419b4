import type { Facts, Invitation } from "#src/domain/facts.ts";
import type { AnswerToNone, AnswerToOne } from "#src/domain/requests/several-answers.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readHalves } from "../read-halves.ts";
import { reasonOf } from "../read-several.ts";
import { ask, without } from "../turns.ts";
import type { Said } from "./report.ts";

const HALVES = { morning: "上午", afternoon: "下午" } as const;

/**
 * What a deputy answers of the halves of a day: each is an answer to what is on in that half, and a half in which nothing
 * is is said to be of nothing. Undefined where a half may mean several, or none of them anything.
 */
export function hearHalves(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const { speaker, invitations = [], sittings = [], today, people } = facts;
  if (speaker.kind !== "member" || speaker.mandates.length === 0) return undefined;
  if (people.some((name) => text.includes(name))) return undefined;
  const read = readHalves(text, today);
  if (read === undefined) return undefined;
  const sessions = new Set(sittings.map((one) => one.session));
  const called: readonly Invitation[] = [
    ...sittings,
    ...invitations.filter((one) => !sessions.has(one.number)),
  ];
  const met = read.halves.map((answer) => ({
    answer,
    found: called.filter((one) => one.on === read.on && one.half === answer.half),
  }));
  if (met.some(({ found }) => found.length > 1)) return undefined;
  // One half of what is called by itself is the whole of it, and coming to it needs no half.
  const isOfSitting = sittings.some((one) => met.some(({ found }) => found[0]?.number === one.number));
  if (met.length < 2 && (!isOfSitting || met.every(({ answer }) => answer.coming))) return undefined;
  const answers = met.flatMap(({ answer, found: [one] }): AnswerToOne[] => {
    if (one === undefined) return [];
    const why = answer.coming ? {} : reasonOf(answer.words);
    return [
      {
        activity: one.number,
        coming: answer.coming,
        ...(why.reason === undefined ? {} : { reason: why.reason, note: answer.words }),
      },
    ];
  });
  const unmet = met.flatMap(({ answer, found }): AnswerToNone[] =>
    found.length === 0 ? [{ said: HALVES[answer.half], among: [] }] : [],
  );
  return answers.length === 0
    ? undefined
    : ask(without(dialog, "leave"), { do: "activity.answer-several", answers, unmet });
}
