import type { SittingKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { SessionPlan, SittingPlan } from "#src/domain/requests/session.ts";
import { findOrg, ownOrg } from "./plan-called.ts";
import { readPlan } from "./read-plan.ts";
import { readWhen } from "./plan-when.ts";

/** A sitting as far as it was said: where its hour is missing, of which part of the day it is. */
export type SittingDraft = Omit<SittingPlan, "time"> & { readonly time?: string; readonly part?: string };

/** A congress session with its sittings, some of which may lack their hour. */
export type SessionDraft = Omit<SessionPlan, "sittings"> & {
  readonly sittings: readonly SittingDraft[];
  /** What else was said and stands nowhere on it. */
  readonly besides: readonly string[];
};

const SITTINGS: readonly (readonly [SittingKind, RegExp])[] = [
  ["preparatory_sitting", /预备会/u],
  ["plenary_sitting", /全体会|大会|开幕|闭幕/u],
  ["delegation_sitting", /代表团|分团/u],
  ["panel_sitting", /小组|分组/u],
];
const TITLE = /[^\s,:;\u3002]*?第?[一二三四五六七八九十\d]{1,3}次会议/u;
// 区里第七次人代会: which one it is, where it is not called 第七次会议.
const NUMBERED =
  /(?:第?[一二三四五六七八九十\d]{1,3}届)?第?[一二三四五六七八九十\d]{1,3}次(?:人代会|人民代表大会|人大会议?)/u;
const CONGRESS = /人代会|人民代表大会|人大/u;
const NAMED = /^(?:关于|拟于|定于|召开|举行|将)+|(?:将|拟|定)?(?:于)?$/gu;
const PART = /上午|下午|晚上|早上|早晨/u;
const RELATIVE = /周|星期|礼拜|[今明后]天/u;
const OF_EVERY = /参加|出席|会期|准时|到会|^共|[召举][开行]|^请/u;

/** True for words that call a congress session: its name, and a sitting or that it is held. */
export function isSession(said: string): boolean {
  const text = said.normalize("NFKC");
  if (!CONGRESS.test(text) || !(TITLE.test(text) || /人代会|人民代表大会/u.test(text))) return false;
  if (/精神|[?]|吗|谁|结束|闭幕了|[召举][开行]了|报到了/u.test(text)) return false;
  return /[召举][开行]|开幕/u.test(text) || split(text).filter((one) => kindOf(one) !== undefined).length > 1;
}

/** Reads a session with its sittings, in lines or in one sentence; `unclear` where a sitting does not say which it is. */
export function readSession(said: string, facts: Facts): SessionDraft | "unclear" {
  const [first = "", ...others] = split(said.normalize("NFKC"));
  const begins = others.findIndex((one) => kindOf(one) !== undefined);
  if (begins === -1) return "unclear";
  const [head, lines] = [[first, ...others.slice(0, begins)], others.slice(begins)];
  const top = head.join(",");
  const sittings: SittingDraft[] = [];
  const besides: string[] = [];
  for (const line of lines) {
    const sitting = readSitting(line, sittings.at(-1)?.on ?? readWhen(top, facts.today).on, facts);
    if (sitting === "unclear") return "unclear";
    if (sitting !== undefined) sittings.push(sitting);
    else if (!OF_EVERY.test(line)) besides.push(line);
  }
  const place = readPlan(top, facts).place ?? besides.map(placeAlone).find((one) => one !== undefined);
  const org = orgOf(top, facts) ?? "";
  const title = titleIn(head, facts.today) ?? numberedTitle(top, org) ?? `${org}人民代表大会会议`;
  return sittings.length === 0
    ? "unclear"
    : {
        org,
        title,
        ...(place === undefined ? {} : { place }),
        sittings,
        besides: besides.filter((one) => place === undefined || placeAlone(one) !== place),
      };
}

const split = (text: string): string[] =>
  text
    .split(/[\n,;\u3001\u3002]/u)
    .map((line) => line.trim())
    .filter(Boolean);

// The congress itself is 人民代表大会: that is no 大会.
const kindOf = (line: string): SittingKind | undefined =>
  SITTINGS.find(([, pattern]) => pattern.test(line.replace(/人民代表大会|代表小组/gu, "")))?.[0];

// Of 13日 the month is that of the day before it.
function readSitting(
  line: string,
  before: Day | undefined,
  facts: Facts,
): SittingDraft | "unclear" | undefined {
  const from = before === undefined || RELATIVE.test(line) ? facts.today : before;
  const { on = before, said, time } = readWhen(line, from);
  const part = PART.exec(line)?.[0];
  const isTimed = said !== undefined || time !== undefined || part !== undefined;
  const kind = kindOf(line);
  if (!isTimed) return undefined;
  if (kind === undefined || on === undefined) return time === undefined ? undefined : "unclear";
  const { place } = readPlan(line, { ...facts, today: from });
  return {
    kind,
    on,
    ...(time === undefined ? (part === undefined ? {} : { part }) : { time }),
    ...(place === undefined ? {} : { place }),
  };
}

const PLACE_ALONE = /^(?:会议|开会|召开)?(?:地点|地址)(?:是|为|在|设在|定在)?[:\s]*(?<place>[^\s,;]{2,30})$/u;
// It stands for all of them, wherever in the sentence it is said.
const placeAlone = (line: string): string | undefined => PLACE_ALONE.exec(line)?.groups?.["place"];

function numberedTitle(head: string, org: string): string | undefined {
  const named = NUMBERED.exec(head)?.[0];
  return named === undefined ? undefined : `${org}${named}`;
}

function titleIn(head: readonly string[], today: Day): string | undefined {
  const named = head.find((one) => TITLE.test(one));
  if (named === undefined) return undefined;
  return TITLE.exec(readWhen(named, today).rest.trim())?.[0].replace(NAMED, "");
}

// 区十届人大五次会议 is the district's, whoever says it.
function orgOf(head: string, facts: Facts): string | undefined {
  const named = findOrg(head, undefined, facts);
  if (named !== undefined) return named;
  const district = facts.places.find((one) => /(?<!社)区$/u.test(one));
  return /区/u.test(head) ? (district ?? ownOrg(facts)) : ownOrg(facts);
}
