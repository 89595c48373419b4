import type { Facts } from "#src/domain/facts.ts";
import { looksAfterDeputies } from "#src/domain/person.ts";
import { type NameAt, listNames } from "#src/understanding/known-names.ts";
import { parseNumber } from "#src/understanding/numbers.ts";

/** Whom words call, as far as they say it. */
export type PlanCalled = {
  /** In the words that were said. */
  readonly org?: string;
  /** Several that are named at once. */
  readonly orgs?: readonly string[];
  /** Only these of it. */
  readonly names?: readonly string[];
  /** Some of it, and not all of them are named. */
  readonly partly?: true;
  /** What is said besides. */
  readonly rest: string;
};

const IS_ORG = /(?:代表小组|联络站|联络室|镇|乡|街道|(?<!社)区)$/u;
const TAIL = "的?(?:部分|全体|各位|所有|全部|辖区内?|的|区|镇|级)*(?:人大)?(?:代表(?!联络|之家)|小组|组员)";
const UNKNOWN_ORG =
  /(?<![到在来去])[一-龥]{2,12}?(?:代表小组|联络站|街道|镇|乡|(?<![社小园地山辖片校景库])区)(?!政府)/u;
const NO_NAME = /[点到在来去让叫开进全各]|通知|组织/u;
const OWN =
  /(?:镇|乡|街道)里的?(?:各位|全体)?(?:人大)?代表|[本我咱全](?:们|们?的)?(?:镇|乡|街道)|^\s*(?:镇|乡|街道)人大|(?:镇|乡)人大(?:组织|安排|定于|拟|将)/u;
const WHOLE_DISTRICT =
  /全区|各(?:个)?(?:镇街|乡镇|镇|街道|乡)(?:、?街道)?的?(?:人大)?代表|区(?:级|里的?)?人大代表|区代表|区人大常委会/u;
const GROUP = /代表小组/u;
const PART_OF = /小组/u;
const EVERYBODY =
  /(?:全体|各位|所有)(?:人大)?代表|代表们|大家|全体|我们(?!小组)|(?:组织|安排|召集|请|让|叫|喊)(?:人大)?代表|(?:人大)?代表(?:都|全|们?要)/u;
/** Not whom it is for, but what is looked at. */
const LOOKED_AT = /(?:视察|检查|调研|评议|看|[到去在对来于])$/u;

/** Reads who is called: an organisation, or some of its deputies by name. `place` is where it is to be. */
export function readCalled(text: string, place: string | undefined, facts: Facts): PlanCalled {
  const { names, more, rest } = readNames(text, facts);
  const org = findOrg(text, place, facts);
  const orgs = listCalled(text, facts);
  const partly = names.length === 0 ? (PART.test(text) || onDuty(text, facts)) && !WHOLE.test(text) : more;
  return {
    ...(org === undefined ? {} : { org }),
    ...(orgs.length < 2 ? {} : { orgs }),
    ...(names.length === 0 || more ? {} : { names }),
    ...(partly ? { partly: true } : {}),
    rest: partly ? rest.replace(PART, " ") : rest,
  };
}

// 部分代表, 5名代表, 女代表: nobody may tell from these words who is called.
const COUNT = "(?:[几数]|\\d+|[一二两三四五六七八九十]{1,3})";
const DEPUTIES =
  "(?:区|镇|县|市)?(?:级)?(?:人大)?(?:代表(?!小组|团|建议|议案|法|联络|之家|工作|活动|大会|信息)|组员)";
const SORT =
  "女|男|党员|非党员?|新|新任|新当选的?|连任的?|少数民族|教师|医生|企业家?|农民|工人|青年|年轻|基层|妇女|一线";
const PART = new RegExp(
  `(?:部分|个别|少数|有关|相关|若干|${COUNT}(?:[至到、-]${COUNT})?多?[位名个])的?${DEPUTIES}|(?:${SORT})${DEPUTIES}|代表${COUNT}[人名位]`,
  "u",
);
const WHOLE = /(?:全体|各位|所有|全部|全镇|全区|全乡)[^,\u3002;]{0,8}(?:代表|组员)|大家|代表们/u;

// 李明和王芳值班: whether the others are called too is asked.
const onDuty = (text: string, { people }: Facts): boolean =>
  listNames(text, people).some(({ name, index }) =>
    /^(?:代表|同志)?(?:[,、和与及][^,、和与及][^,、][^,、和与及]{0,4})*(?:两人|两位)?(?:值班|轮值|坐班|当班)/u.test(
      text.slice(index + name.length),
    ),
  );

/** The organisations whose deputies words call; several only where they are named together. */
function listCalled(text: string, facts: Facts): readonly string[] {
  const named = listNames(
    text,
    facts.places.filter((one) => IS_ORG.test(one)),
  );
  return [...new Set(named.filter((one) => isCalled(one, text)).map((one) => one.name))];
}

/** The organisation that words call; undefined where they call none, or several at once. */
export function findOrg(text: string, place: string | undefined, facts: Facts): string | undefined {
  const orgs = facts.places.filter((one) => IS_ORG.test(one));
  const named = listNames(text, orgs);
  const called = listCalled(text, facts);
  if (called.length > 1) return undefined;
  const [only] = called;
  const own = ownOrg(facts);
  if (only !== undefined) return GROUP.test(text) ? groupOf(only, facts) : only;
  if (OWN.test(text) && own !== undefined) return GROUP.test(text) ? groupOf(own, facts) : own;
  if (WHOLE_DISTRICT.test(text)) return orgs.find((one) => one.endsWith("区")) ?? own;
  const other = named.find((one) => !LOOKED_AT.test(text.slice(0, one.index)))?.name;
  const where = place === undefined ? undefined : listNames(place, orgs)[0]?.name;
  if (GROUP.test(text)) return groupOf(other ?? own ?? where ?? "", facts, where);
  if (other !== undefined) return other;
  if (PART_OF.test(text)) return undefined;
  return (EVERYBODY.test(text) ? own : undefined) ?? where ?? unknownOrg(text);
}

function isCalled({ name, index }: NameAt, text: string): boolean {
  const after = text.slice(index + name.length);
  return name.endsWith("代表小组") || CALLED.test(after);
}
const CALLED = new RegExp(
  `^(?:[、和与及](?:(?!(?:镇|乡|街道)(?![镇乡街]))[一-龥]){2,6}(?:镇|乡|街道))*${TAIL}`,
  "u",
);

// What a township is said to have is its group, where it has one.
function groupOf(org: string, { places }: Facts, where = ""): string {
  const known = [org, `${org}代表小组`, `${where}代表小组`].find(
    (one) => one.length > 4 && one.endsWith("代表小组") && places.includes(one),
  );
  return known ?? (org === "" || org.endsWith("区") ? "代表小组" : org);
}

function unknownOrg(text: string): string | undefined {
  const found = UNKNOWN_ORG.exec(text)?.[0];
  return found === undefined || NO_NAME.test(found) ? undefined : found;
}

/** The organisation that the speaker looks after, where it is one. */
export function ownOrg({ speaker }: Facts): string | undefined {
  if (speaker.kind !== "member") return undefined;
  const held = speaker.roles.filter((one) => looksAfterDeputies(one.role)).map((one) => one.orgName);
  const [own, ...others] = new Set(held);
  return others.length === 0 ? own : undefined;
}

const BETWEEN = /^(?:代表|同志)?[、,和与及跟\s]{1,2}$/u;
const COUNTED = /^等?(?:[\d一二两三四五六七八九十]{1,2}[位名个]?人?)?的?(?:人大)?(?:代表|同志)?/u;
// 召集人李明, 王芳和杨秀英值班: who does something there is no list of those who are called.
const DOES_BEFORE =
  /(?:召集人?|主持人?|联系人?|牵头|带队|负责人?|主讲人?|组长|主席|主任|书记|[由跟找向]|陪同)[:,是为\s]*$/u;
const DOES_AFTER = /^(?:负责|召集|主持|带队|主讲|值班|牵头|陪同|联系|讲课|讲|授课|宣讲|解读)/u;

function readNames(
  text: string,
  { people }: Facts,
): { readonly names: readonly string[]; readonly more: boolean; readonly rest: string } {
  const names: string[] = [];
  let more = false;
  let rest = text;
  for (const run of runsOf(text, people)) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const after = text.slice(last.index + last.name.length);
    const tail = COUNTED.exec(after)?.[0] ?? "";
    if (DOES_BEFORE.test(text.slice(0, first.index)) || DOES_AFTER.test(after.slice(tail.length))) continue;
    names.push(...run.map((one) => one.name));
    more ||= isMoreThan(run.length, tail);
    rest = rest.replace(text.slice(first.index, last.index + last.name.length + tail.length), " ");
  }
  return { names: [...new Set(names)], more, rest };
}

// 李明、王芳等5名代表: three of them are not named.
function isMoreThan(count: number, tail: string): boolean {
  const said = /^等(?<n>\d+|[一二两三四五六七八九十]+)/u.exec(tail)?.groups?.["n"] ?? "";
  return (parseNumber(said)?.value ?? 0) > count;
}

function runsOf(text: string, people: readonly string[]): readonly (readonly NameAt[])[] {
  const runs: NameAt[][] = [];
  for (const one of listNames(text, people)) {
    const before = runs.at(-1);
    const last = before?.at(-1);
    if (
      before !== undefined &&
      last !== undefined &&
      BETWEEN.test(text.slice(last.index + last.name.length, one.index))
    )
      before.push(one);
    else runs.push([one]);
  }
  return runs;
}
