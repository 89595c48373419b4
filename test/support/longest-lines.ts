import type { AbsenceLine, AttendanceLine } from "#src/domain/figures/attendance-view.ts";
import type { RecordLine, Tally } from "#src/domain/figures/figure-view.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import type { TodoKind } from "#src/domain/figures/todo.ts";
import { OPINION_CATEGORIES, isOpinionCategory } from "#src/domain/opinion-category.ts";

// The longest that a district of many townships, long names, large figures and last year's days brings into one answer.
export const today = "2027-01-05";
export const NAME = "阿依古丽买提";
export const TOWN = "新堡布依族乡";
export const GROUP = "新堡布依族乡人大代表第一小组";
export const on = "2026-12-28";
export const from = "2026-01-01";
export const to = "2026-12-31";
export const stretch = { from: "2026-11-23", to: "2026-12-29" };
export const subject: Subject = {
  ...stretch,
  whose: GROUP,
  kind: "committee_session_attend",
  mark: "unpictured",
};
export const ofCases: Subject = { ...stretch, whose: TOWN, category: "civil_affairs", urgent: true };
export const ofMeetings: Subject = { ...stretch, whose: TOWN, meeting: "congress_session" };
export const basis = { ...stretch, org: GROUP };
export const counts = {
  persons: 1234,
  person_times: 12340,
  households: 1234,
  enterprises: 123,
  items: 123,
  entries: 99,
};
export const tally: Tally = { records: 12345, activities: 11234, deputies: 1234, unconfirmed: 123, counts };
export const ownTally = { ...tally, records: 1234, activities: 123 };
export const whole = { tally, before: tally, beforePeriod: { from: "2025-11-23", to: "2025-12-29" } };
export const attended = { expected: 12345, present: 11234, leave: 1000, waiting: 100, absent: 111 };
export const minutes = { attended: 120, held: 180 };
export const TITLE = "新堡布依族乡人大代表第一小组第四季度集中视察活动";
export const five = <T>(row: T) => ({
  rows: Array.from({ length: 5 }, () => row),
  page: 2,
  pages: 25,
  total: 123,
});
export const first = <T>(row: T) => ({ ...five(row), page: 1 });

export const absence: AbsenceLine = { name: NAME, number: "活-2026-017", title: TITLE, date: on, minutes };
export const record: RecordLine = {
  number: "履-2026-12345",
  kind: "committee_session_attend",
  date: on,
  name: NAME,
  place: "新堡布依族乡王岗村阿栗寨组",
  counts,
  verified: true,
  unconfirmed: true,
  files: 12,
};
export const attendance: AttendanceLine = {
  ...absence,
  status: "left_early",
  outcome: "absence",
  bySittings: false,
};
export const opinion = {
  number: "意-2026-12345",
  category: "civil_affairs",
  text: "黄连村二组的路灯坏了三个月一直没有人来修老人晚上出门不方便",
  urgent: true,
  filedOn: on,
  state: "registered",
} as const;
export const todoLine = {
  number: "履-2026-12345",
  who: NAME,
  what: "关于加宽黄连村通村公路的建议和更多的字",
  since: on,
} as const;
export const fate = {
  number: "履-2026-12345",
  name: NAME,
  kind: "thematic_research",
  date: on,
  fate: "waiting",
  verified: false,
  until: "2026-12-09",
} as const;
export const KINDS: readonly TodoKind[] = [
  "unverified",
  "waiting",
  "leaves",
  "unfinalised",
  "undated",
  "opinions",
  "suggestions",
  "submissions",
  "cases",
  "objections",
  "corrections",
  "feedback",
  "entered",
  "shares",
  "returned",
  "invitations",
  "owed",
];
export const kinds = [
  "committee_session_attend",
  "township_congress_attend",
  "livelihood_supervision",
  "legislative_comment",
];
export const cutLine = (label: string) => ({ key: "1", label, tally, basis });
export const many = Object.keys(OPINION_CATEGORIES)
  .filter(isOpinionCategory)
  .map((category) => ({ category, count: 12345, urgent: 1234, open: 2345 }));
