import type { CalledSitting, Facts, Invitation } from "#src/domain/facts.ts";
import type { AnswerToNone, AnswerToOne } from "#src/domain/requests/several-answers.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { listNamed } from "../named-event.ts";
import type { SaidPart } from "../join-pieces.ts";
import { readSeveral } from "../read-several.ts";
import { meetSittings } from "../meet-sittings.ts";
import type { Target } from "../several-targets.ts";
import { ask, inFocus, without } from "../turns.ts";
import type { Said } from "./report.ts";

/**
 * What a deputy answers to several calls in one line: each piece is an answer to the call it names, and what names none,
 * or one of several, is said. Undefined where the line answers one call, or none.
 */
export function hearSeveral(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const { speaker, invitations = [], sittings = [], today, people } = facts;
  if (speaker.kind !== "member" || speaker.mandates.length === 0) return undefined;
  if (people.some((name) => text.includes(name))) return undefined;
  const parts = readSeveral(text, today);
  if (parts === undefined) return undefined;
  // 我都能来 while it is asked which one leave is from may be of all, and of none.
  const open = inFocus(dialog)?.at === "leave";
  if (open && parts.every((one) => one.targets.length === 0 && typeof one.all !== "number")) return undefined;
  if (parts.every((one) => namesNone(one)) && invitations.length < 2) return undefined;
  const { answers, unmet } = meet(parts, invitations, sittings);
  const stretch = parts.some((one) => one.targets.some(({ until }) => until !== undefined));
  return answers.length < 2 && unmet.length === 0 && !stretch
    ? undefined
    : ask(without(dialog, "leave"), { do: "activity.answer-several", answers, unmet });
}

const namesNone = ({ targets, except = [] }: SaidPart): boolean => targets.length + except.length === 0;

type Met = { readonly answers: readonly AnswerToOne[]; readonly unmet: readonly AnswerToNone[] };

function meet(
  parts: readonly SaidPart[],
  pool: readonly Invitation[],
  sittings: readonly CalledSitting[],
): Met {
  const answers = new Map<string, AnswerToOne>();
  const unmet: AnswerToNone[] = [];
  const named = parts.map((one) =>
    one.targets
      .map((target) => asCalled(target, [...pool, ...sittings]))
      .map((target) => meetSittings(target, one, pool, sittings) ?? meetOne(target, one, pool)),
  );
  for (const found of named.flat()) if ("among" in found) unmet.push(found);
  const numbers = named.map((each) => each.flatMap((one) => ("among" in one ? [] : one.numbers)));
  const excepted = parts.flatMap((one) => (one.except ?? []).map((target) => meetOne(target, one, pool)));
  const spared = excepted.flatMap((one) => ("among" in one ? [] : one.numbers));
  for (const one of excepted) if ("among" in one) unmet.push(one);
  for (const [index, part] of parts.entries()) {
    const own = numbers[index] ?? [];
    const all =
      part.all === undefined || part.targets.length > 0
        ? { numbers: own }
        : meetAll(part, pool, [...spared, ...numbers.flat()]);
    if ("among" in all) unmet.push(all);
    else
      for (const number of all.numbers)
        if (isAskedAlready(part, number, pool)) unmet.push({ said: number, among: [], leftAlone: true });
        else answers.set(number, toAnswer(number, part));
    if (part.coming && part.all !== undefined && part.targets.length === 0)
      unmet.push(...leftAlone(pool, [...answers.keys(), ...spared]));
  }
  // 除了4号都去: of the 4th it is asked why, unless that is said.
  const comesToAll = parts.some((one) => one.except !== undefined && one.coming);
  for (const number of spared)
    if (!answers.has(number) && comesToAll) answers.set(number, { activity: number, coming: false });
    else if (!answers.has(number)) unmet.push({ said: number, among: [number] });
  return { answers: [...answers.values()], unmet };
}

// The 20th alone: that of the month in which there is something.
function asCalled(target: Target, called: readonly Invitation[]): Target {
  const { on, until, anyMonth } = target;
  if (on === undefined || until !== undefined || anyMonth !== true || called.some((one) => one.on === on))
    return target;
  const there = called.find((one) => one.on.slice(-2) === on.slice(-2));
  return there === undefined ? target : { ...target, on: there.on };
}

// Leave from it was asked for with a reason: 都去 does not take that back unsaid.
const leftAlone = (pool: readonly Invitation[], met: readonly string[]): AnswerToNone[] =>
  pool
    .filter((one) => one.answer === "leave" && !met.includes(one.number))
    .map(({ number }) => ({ said: number, among: [], leftAlone: true }));

// Leave from it waits or was granted for a reason of its own: none is asked for again.
const isAskedAlready = ({ coming, reason }: SaidPart, number: string, pool: readonly Invitation[]): boolean =>
  !coming && reason === undefined && pool.some((one) => one.number === number && one.answer === "leave");

const toAnswer = (activity: string, { coming, reason, words }: SaidPart): AnswerToOne => ({
  activity,
  coming,
  ...(coming || reason === undefined ? {} : { reason, note: words }),
});

type Found = { readonly numbers: readonly string[] } | AnswerToNone;

// A number that was said is asked of the house, whatever it is of.
function meetOne(target: Target, { all }: SaidPart, pool: readonly Invitation[]): Found {
  const { number, on = "", until, event, anyMonth, said } = target;
  if (number !== undefined) return { numbers: [number] };
  if (until !== undefined) return meetStretch(target, pool);
  const exactly = pool.filter((one) => one.on === on);
  const sameDate = pool.filter((one) => anyMonth === true && one.on.slice(-2) === on.slice(-2));
  const then = exactly.length > 0 ? exactly : sameDate;
  const named = event === undefined ? [] : listNamed(event, then);
  const numbers = (named.length > 0 ? named : then).map((one) => one.number);
  return numbers.length === 1 || (numbers.length > 1 && (all === true || all === numbers.length))
    ? { numbers }
    : { said, among: numbers };
}

// 下周, 10号到17号: all that lies within, of the kind that was named.
function meetStretch({ on = "", until = on, event, said }: Target, pool: readonly Invitation[]): Found {
  const then = pool.filter((one) => on <= one.on && one.on <= until);
  const named = event === undefined ? then : listNamed(event, then);
  return named.length > 0 ? { numbers: named.map((one) => one.number) } : { said, among: [] };
}

// What was not answered yet, where it is as many as were said; else all there is.
function meetAll({ all, words }: SaidPart, pool: readonly Invitation[], but: readonly string[]): Found {
  const left = pool.filter((one) => !but.includes(one.number));
  const silent = left.filter((one) => one.answer === null);
  const meant = [silent, left].find((some) => some.length > 0 && (all === true || some.length === all));
  return meant === undefined
    ? { said: words, among: left.map((one) => one.number) }
    : { numbers: meant.map((one) => one.number) };
}
