import { guarded } from "../guarded.ts";
import type { Day } from "#src/domain/day.ts";
import type { Level, MandateDraft } from "#src/domain/requests/mandate.ts";
import { normalise } from "../normalise.ts";
import { readChangeDays } from "./change-days.ts";
import { findChangeNames, findReelected, ORG_MARK } from "./change-names.ts";
import { findChange } from "./change-words.ts";

/** What the reader may know: the day, everybody on the roster, and the names of organisations. */
export type MandateContext = {
  readonly today: Day;
  readonly people: readonly string[];
  readonly places: readonly string[];
};

/** A change as read, whether the message opens with the words for it, as a command does, and a day in it that does not exist. */
export type ReadMandateChange = {
  readonly draft: MandateDraft;
  readonly opens: boolean;
  readonly noSuchDay?: string;
};

const ORG = /[一-龥]{1,8}?(?:代表小组|联络站|街道|镇|乡)/gu;
/** Words before the name of an organisation; 不存在镇 is none without them. */
const LEADING = /^.*?(?:到|至|为|从|在|入|往|去|的)(?=[一-龥]+(?:代表小组|联络站|街道|镇|乡)$)/u;
/** Names of places in which nobody sits: districts and above, villages and communities. */
const NO_SEAT = guarded(/[省市县区村]$|居委会$/u);
const CODE = guarded(
  /编号[为是:\s]*(?<code>[A-Za-z\d-]{1,20})|(?<![A-Za-z\d])(?<bare>[A-Za-z]\d{1,6})(?![A-Za-z\d])/u,
);
const CONSTITUENCY = guarded(
  /(?<name>第?[一二三四五六七八九十\d]+(?:选区)|(?<=^|[\s,、(])[一-龥]{1,8}选区)/u,
);
const REASON = /(?:原因|理由|因为|因)[是为:\s]*(?<reason>[^,。;]{1,60})/u;
const TERM = guarded(/第?(?<term>[一二三四五六七八九十]{1,3}|\d{1,2})届/u);

/**
 * Reads 补选 张三 羊昌镇 自11月20日, 暂停李明代表职务, 李明从羊昌镇代表小组调到东风镇代表小组 and the like. Undefined for a text
 * that is about something else; what was not said is absent and has to be asked for. Pure, offline.
 */
export function readMandateChange(text: string, context: MandateContext): ReadMandateChange | undefined {
  const words = normalise(text).trim();
  const found = findChange(words);
  if (found === undefined) return undefined;
  const { change } = found;
  const { rest, noSuchDay, ...days } = readChangeDays(words, change, context.today);
  const orgs = findOrgs(rest, context.places);
  const bare = orgs.reduce((left, org) => left.replaceAll(org, ORG_MARK), rest).replace(REASON, " ");
  const names = findChangeNames(bare, change, context.people);
  const again = change === "new_term" ? findReelected(bare, context.people) : undefined;
  const { isCommand } = found;
  const isAbout =
    change === "transfer" ? isMoved(bare, names, orgs) : names.length > 0 || change === "new_term";
  if (!isCommand && !isAbout) return undefined;
  const draft: MandateDraft = {
    change,
    names: change === "new_term" ? [] : names,
    orgs,
    ...days,
    ...details(rest),
    ...(again === undefined ? {} : { again }),
  };
  const opens = isCommand || found.index === 0;
  return { draft, opens, ...(noSuchDay === undefined ? {} : { noSuchDay }) };
}

// 李明调到东风镇: somebody is moved to a place. 转到东风镇 is an errand.
function isMoved(text: string, [name]: readonly string[], orgs: readonly string[]): boolean {
  const before = name === undefined ? -1 : text.indexOf(name);
  return orgs.length > 0 && before >= 0 && before < text.search(/[调转划编分]/u);
}

/** Organisations that a text names, in its order, the longest name where one holds another. */
export function findOrgs(text: string, places: readonly string[]): string[] {
  const known = places
    .filter((one) => text.includes(one) && !NO_SEAT.test(one))
    .sort((a, b) => b.length - a.length);
  const found: { name: string; index: number }[] = [];
  let left = text;
  const take = (name: string): void => {
    const index = left.indexOf(name);
    if (index < 0) return;
    found.push({ name, index });
    left = left.replaceAll(name, ORG_MARK.repeat(name.length));
  };
  known.forEach(take);
  // What looks like the name of an organisation is one, known or not: the house says whether it is there.
  for (const [name] of left.matchAll(ORG)) take(name.replace(LEADING, ""));
  return found.sort((a, b) => a.index - b.index).map((one) => one.name);
}

/** The number of a term: 十九届. */
export function findTerm(text: string): string | undefined {
  const term = TERM.exec(text)?.groups?.["term"];
  return term === undefined ? undefined : `${term}届`;
}

function details(text: string): Partial<MandateDraft> {
  const { code, bare } = CODE.exec(text)?.groups ?? {};
  const said = code ?? bare;
  const constituency = CONSTITUENCY.exec(text)?.groups?.["name"];
  const reason = REASON.exec(text)?.groups?.["reason"]?.trim();
  const term = findTerm(text);
  const level = levelIn(text);
  return {
    ...(said === undefined ? {} : { code: said }),
    ...(constituency === undefined ? {} : { constituency }),
    ...(reason === undefined ? {} : { reason }),
    ...(term === undefined ? {} : { term }),
    ...(level === undefined ? {} : { level }),
  };
}

// 羊昌镇代表 may be the district's deputy from there or the township's own: only 镇人大代表 says which.
function levelIn(text: string): Level | undefined {
  if (/[镇乡](?:级)?人大(?:代表)?|[镇乡]级|(?:^|[\s,为是届])[镇乡]代表/u.test(text)) return "township";
  return /[区县]级|[区县]人大|(?:^|[\s,为是届])[区县]代表/u.test(text) ? "district" : undefined;
}
