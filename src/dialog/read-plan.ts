import type { ActivityKind } from "#src/domain/activity.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ActivityPlan } from "#src/domain/requests/activity.ts";
import { findDates, findTime } from "#src/understanding/dates/find-dates.ts";

/** An activity as far as it was said. */
export type ActivityDraft = Partial<Omit<ActivityPlan, "kind">> & { readonly kind: ActivityKind };

const KINDS: readonly (readonly [ActivityKind, RegExp])[] = [
  ["law_inspection", /执法检查/u],
  ["work_appraisal", /评议/u],
  ["thematic_research", /调研/u],
  ["group_activity", /小组活动/u],
  ["inspection", /视察/u],
  ["training", /培训|学习/u],
  ["reception", /接待日|接待选民/u],
  ["congress_session", /人代会|代表大会/u],
  ["group_activity", /代表小组/u],
];

const PLACE = /地点(?:在|是)?[\s::]*(?<place>[^\s,,。;;]+)/u;
const CONTENT = /(?:内容|主题|议题|事项)(?:是)?[\s::]*(?<content>.+)$/u;
const ORG = /[一-龥]{2,12}?(?:代表小组|联络站|街道|镇|乡|区)/u;

/** Reads what a member of staff announces, in any order; what was not said is missing. */
export function readPlan(text: string, facts: Facts): ActivityDraft {
  const content = CONTENT.exec(text)?.groups?.["content"]?.trim();
  const withoutContent = text.replace(CONTENT, "");
  const place = PLACE.exec(withoutContent)?.groups?.["place"];
  const head = withoutContent.replace(PLACE, "");
  const kind = KINDS.find(([, pattern]) => pattern.test(head))?.[0] ?? "other";
  return { kind, ...pieces(head, facts), ...(place ? { place } : {}), ...(content ? { content } : {}) };
}

/** The pieces that may be asked about, as far as a text has them. */
export function pieces(text: string, facts: Facts): Pick<ActivityDraft, "org" | "on" | "time"> {
  const found = findDates(text, { today: facts.today, prefer: "future" }).find(
    (one) => !one.wide && !one.doubtful,
  );
  const time = findTime(text);
  const org = orgIn(text, facts.places);
  return {
    ...(org === undefined ? {} : { org }),
    ...(found === undefined ? {} : { on: found.start }),
    ...(time === undefined ? {} : { time }),
  };
}

const orgIn = (text: string, places: readonly string[]): string | undefined =>
  places.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0] ?? ORG.exec(text)?.[0];
