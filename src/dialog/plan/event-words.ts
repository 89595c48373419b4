import type { ActivityKind } from "#src/domain/activity.ts";

/** What each kind of activity is called for short, by whoever calls to it and whoever was called. */
export const EVENT_WORDS = {
  reception: "接待",
  inspection: "视察",
  thematic_research: "调研",
  law_inspection: "检查(?!站|院)",
  work_appraisal: "评议",
  training: "培训|学习",
  group_activity: "小组",
  congress_session: "人代会|人大会|大会|两会",
} as const satisfies Partial<Record<ActivityKind, string>>;

const { group_activity: _body, ...events } = EVENT_WORDS;

/** Any of them, as the words of a pattern; 小组 alone is a body, and no event. */
export const ANY_EVENT = Object.values(events).join("|");
