import type { ActivityKind } from "#src/domain/activity.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ActivityPlan } from "#src/domain/requests/activity-plan.ts";
import { findOrg, ownOrg, readCalled } from "./plan-called.ts";
import { contentLeft } from "./plan-content.ts";
import { findPlanKind } from "./plan-kind.ts";
import { readPlace } from "./plan-place.ts";
import { readWhen } from "./plan-when.ts";

/** An activity as far as it was said. */
export type ActivityDraft = Partial<Omit<ActivityPlan, "kind">> & {
  readonly kind: ActivityKind;
  /** The day is over this year, and no year was said: it may be next year's, or a slip. */
  readonly farOff?: true;
  /** Not all of them are called, and who is was not said by name: it is asked. */
  readonly partly?: true;
  /** Several bodies are called: each has an activity of its own. */
  readonly orgs?: readonly string[];
};

const NAMES = "地点|地址|内容|主题|议题|事项|时间|日期|对象|范围|参加人员";
const IS = "(?:改成|改为|改到|改在|是|为|在)?[\\s:]*";
// A labelled piece goes on to the next label: 主题:学习代表法 地点:羊昌镇政府.
const piece = (names: string): RegExp =>
  new RegExp(
    `(?:^|[\\s,;\\u3002])(?:改)?(?:${names})${IS}(?<value>.+?)(?=[\\s,;\\u3002]+(?:${NAMES})|[;\\u3002]|$)`,
    "su",
  );
const CONTENT = piece("内容|主题|议题|事项");
const PLACE = new RegExp(`(?:改)?(?:集合|开会|活动)?(?:地点|地址)${IS}(?<value>[^\\s,;\\u3002]+)`, "u");

// 地点不变 and 内容照旧 name none.
const AS_IT_IS = /^(?:不变|不改|没变|照旧|照常|同上|一样|待定|另行|再定)/u;

/** Reads what a member of staff announces, with what it is about where nobody says 内容. */
export function readAnnouncement(said: string, facts: Facts): ActivityDraft {
  const { content: named, place, when, rest } = parted(said, facts);
  const { org: body, orgs, names, partly, rest: left } = readCalled(rest, place, facts);
  // Some deputies by name, on a day: of the speaker's own. Without a day it is asked whom, whoever they are.
  const org =
    body ??
    ((names !== undefined || partly === true) && Object.keys(toMoment(when)).length > 0
      ? ownOrg(facts)
      : undefined);
  const kind = findPlanKind(rest) ?? findPlanKind(named ?? "") ?? "other";
  const about = [when.stretch, named ?? contentLeft(withoutOrg(left, org), kind)].filter(
    (one) => one !== undefined,
  );
  return {
    kind,
    ...toMoment(when),
    ...(org === undefined ? {} : { org }),
    ...(orgs === undefined ? {} : { orgs }),
    ...(names === undefined ? {} : { names }),
    ...(partly === true ? { partly } : {}),
    ...(place === undefined ? {} : { place }),
    ...(about.length === 0 ? {} : { content: about.join(",") }),
  };
}

/** Reads what a member of staff says of an activity, in any order; what was not said is missing. */
export function readPlan(said: string, facts: Facts): ActivityDraft {
  const { content, place, when, rest } = parted(said, facts);
  const org = findOrg(rest, place, facts);
  return {
    kind: findPlanKind(rest) ?? "other",
    ...toMoment(when),
    ...(org === undefined ? {} : { org }),
    ...(place === undefined ? {} : { place }),
    ...(content === undefined ? {} : { content }),
  };
}

// What is labelled first, then when, then where: each may hold words that would mislead the next.
function parted(said: string, { today }: Facts) {
  const { content, place: named, rest: head } = takeLabelled(said.normalize("NFKC"));
  const when = readWhen(head, today);
  const { place, rest } = named === undefined ? readPlace(when.rest) : { place: named, rest: when.rest };
  return { content, place, when, rest };
}

type Taken = readonly [string | undefined, string];

/** What a text says with its label, 内容 and 地点, and the text without these. */
export function takeLabelled(text: string): {
  readonly content: string | undefined;
  readonly place: string | undefined;
  readonly rest: string;
} {
  const [content, after] = taken(text, CONTENT);
  const [place, rest] = taken(after, PLACE);
  return { content, place, rest };
}

/** What is said without what it is to be about: 内容是建议怎么写 asks nothing. */
export const withoutContent = (text: string): string => taken(text, CONTENT)[1];

const toMoment = ({
  on,
  time,
  farOff,
}: ReturnType<typeof readWhen>): Pick<ActivityDraft, "on" | "time" | "farOff"> => ({
  ...(on === undefined ? {} : { on }),
  ...(farOff === undefined ? {} : { farOff }),
  ...(time === undefined ? {} : { time }),
});

const withoutOrg = (text: string, org: string | undefined): string =>
  org === undefined
    ? text
    : [org, org.replace(/代表小组$/u, "")].reduce((rest, one) => rest.replace(one, " "), text);

function taken(text: string, pattern: RegExp): Taken {
  const found = pattern.exec(text);
  const value = found?.groups?.["value"]?.trim().replace(/[吧嘛哈啊]$/u, "");
  return found === null || value === undefined || value === "" || AS_IT_IS.test(value)
    ? [undefined, text]
    : [value, text.replace(found[0], " ")];
}

/** The pieces that may be asked about, as far as a text has them. */
export function pieces(text: string, facts: Facts): Pick<ActivityDraft, "org" | "on" | "time" | "farOff"> {
  const org = findOrg(text, undefined, facts);
  return { ...toMoment(readWhen(text, facts.today)), ...(org === undefined ? {} : { org }) };
}
