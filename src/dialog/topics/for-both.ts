import type { Facts } from "#src/domain/facts.ts";
import { SURNAME } from "#src/domain/personal-data/surname.ts";
import { understand } from "#src/understanding/understand.ts";
import { isStaff } from "../audience.ts";
import { readingContext, toCard } from "../card.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { toldOfEach } from "../told-of-each.ts";
import type { Said } from "./report.ts";
import { askWhose } from "./whose.ts";

const AGAIN = "(?:再|还要?|另外|也|又|那|请|麻烦|帮忙|[\\s,])*";
const FOR = "(?:代报|[替帮代给为])\\s*";
const ENTER =
  "(?:代?报(?![销名修警案喜])|记(?!得)|登记|录入?|填|补)(?:一?[下条个笔次件])?(?:履职|记录)?[\\s:,]*";
const TOGETHER =
  /一[起同道块路]|共同|结伴|[两二三俩][位个]?(?:代表|人)?(?:报|记|登|录|填|补)|同去|都(?:去|在|参加)/u;
const APART = /分别|各(?!村|组|镇|种|类|项|位|界)/u;

/**
 * What staff report for several deputies who did it together: 替陈建国、杨秀英两位代表报一个:11月30号一起去马场村…. The first has it,
 * and the others are named in it, as the card says; each is asked. And 再替罗文君报: for a name that is on no roster, by that
 * name, so that the one it sounds like is offered. Undefined for all else.
 */
export function hearForBoth(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker)) return undefined;
  const line = said.text.normalize("NFKC").trim();
  return forSeveral(dialog, line, said, facts) ?? forUnknown(dialog, line, said, facts);
}

function forSeveral(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const known = facts.people.filter((name) => line.includes(name));
  if (known.length < 2) return undefined;
  const name = `(?:${known.join("|")})(?:代表)?`;
  const found = new RegExp(
    `^${AGAIN}${FOR}(?<names>${name}(?:[、,和跟与及\\s]+${name})+)(?:这)?(?:[两俩二三四五几]?[位个])?(?:代表|人)?(?:一起|都)?(?:${ENTER}|[\\s:,]+)(?<deed>.{4,})$`,
    "su",
  ).exec(line)?.groups;
  const { names = "", deed = "" } = found ?? {};
  // One of two who are only named may be meant.
  if (
    deed === "" ||
    !TOGETHER.test(line) ||
    APART.test(deed) ||
    toldOfEach(line, facts, said.at) !== undefined
  )
    return undefined;
  const [first, ...others] = [...names.matchAll(new RegExp(known.join("|"), "gu"))].map(([one]) => one);
  return first === undefined ? undefined : cardOf(dialog, first, others, deed, said, facts);
}

function cardOf(
  dialog: Dialog,
  owner: string,
  others: readonly string[],
  deed: string,
  said: Said,
  facts: Facts,
): Turn | undefined {
  const { onBehalf: _, ...read } = understand(withoutNumbers(deed), readingContext(facts, said.at));
  if (read.reports.length === 0) return undefined;
  const card = toCard(read, { ...said, text: deed }, facts);
  const reports = card.reports.map((one) => ({
    ...one,
    with: [...new Set([...(one.with ?? []), ...others])].filter((name) => name !== owner),
  }));
  return askWhose(dialog, { ...card, reports }, owner);
}

const UNKNOWN = new RegExp(
  `^${AGAIN}${FOR}(?<name>${SURNAME}(?!大|家|代表)[一-鿿]{1,2}?)(?:代表)?${ENTER}(?<deed>.{4,})$`,
  "su",
);

function forUnknown(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const { name = "", deed = "" } = UNKNOWN.exec(line)?.groups ?? {};
  if (name === "" || facts.people.some((one) => line.includes(one))) return undefined;
  return cardOf(dialog, name, [], deed, said, facts);
}
