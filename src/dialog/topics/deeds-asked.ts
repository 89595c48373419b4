import type { Facts } from "#src/domain/facts.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { findNames } from "#src/understanding/names.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { withWholeNames } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import { type AsksOf, asksOfDeeds } from "../asks-of-deeds.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readParts } from "../read-parts.ts";
import { say } from "../turns.ts";
import { hearPlainQuery } from "./figures.ts";
import type { Said } from "./report.ts";

// What going to the villages is called besides its name, and what is told in families.
const VISITS =
  /(?:下|入|进|走|跑)(?:了|过|到)?(?:村(?:寨|组|子)?|乡|组|寨|基层|户)|上门|(?:走|跑|串|访)(?:了|过)?(?=(?:几|多少|好多)[户家])/u;
// Verbs that say no more than that something was done.
const DID =
  /(?:干|做|搞|忙|弄|开展|完成|进行|填?报|记|去|到|来|在|跑|走|看|访|见|参加|参与|得|下(?!午)|过|了|的|着|些|点|又|也|就|最近|近来|动静|一[趟下])+/gu;

/**
 * What staff ask of what deputies did, in words that would else tell of a deed: 吴红梅昨天走了几户, 陈建国 11月做了啥, 昨天有几个
 * 代表下村了. The figure, or that it cannot be told: a question is never somebody's record. Undefined for all else.
 */
export function hearDeedsAsked(
  dialog: Dialog,
  read: Understanding,
  said: Said,
  facts: Facts,
): Turn | undefined {
  if (!isStaff(facts.speaker)) return undefined;
  const line = withWholeNames(said.text, facts).trim();
  const asks = asksOfDeeds(line, facts);
  if (asks === undefined) return undefined;
  const figure = figureOf(dialog, asks, said, facts);
  if (figure !== undefined) return figure;
  const { intent, query } = read;
  // Who asks of somebody's deeds asks nothing of what lies ahead.
  if (intent === "query" && query !== undefined && query.name !== "upcoming_activities")
    return hearPlainQuery(dialog, query, said, facts);
  return intent === "query" || intent === "report" || intent === "chat" || read.ask.includes("intent")
    ? say(dialog, { kind: "figures.not-heeded", what: line })
    : undefined;
}

function figureOf(dialog: Dialog, { words, who }: AsksOf, said: Said, facts: Facts): Turn | undefined {
  const [person, another] = findNames(words, facts.people);
  const rest = words.replace(VISITS, " ");
  const { asked, left } = readParts(rest, said, facts);
  if (another !== undefined || left.replace(DID, "") !== "") return undefined;
  const visits: { readonly kind?: DutyKind } =
    asked.kind === undefined && rest !== words ? { kind: "home_visit" } : {};
  const query = { ...asked, ...visits };
  const text = [
    rest.replace(DID, " "),
    visits.kind === undefined ? "" : DUTY_KINDS[visits.kind].name,
    who ? "按代表" : "",
  ].join(" ");
  const name = person !== undefined && query.kind === undefined ? "deputy_profile" : "stats";
  return hearPlainQuery(dialog, { ...query, name }, { ...said, text }, facts);
}
