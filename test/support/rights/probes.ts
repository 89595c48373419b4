import { sql } from "drizzle-orm";
import type { RequestName } from "#src/domain/request.ts";
import type { Thing } from "./district.ts";
import { DATA_PROBES } from "./data-probes.ts";
import { DAY_PROBES } from "./day-probes.ts";
import { FIGURE_PROBES } from "./figure-probes.ts";
import { FILING_PROBES } from "./filing-probes.ts";
import { MANDATE_PROBES } from "./mandate-probes.ts";
import { OFFICE_PROBES } from "./office-probes.ts";
import { OBLIGATION_PROBES } from "./obligation-probes.ts";
import { REPORT_PROBES } from "./report-probes.ts";
import { RECORD_PROBES } from "./record-probes.ts";
import { asksSure, is, MESSAGE, never, type Probe } from "./probe.ts";
import { PLAN_PROBES } from "./plan-probes.ts";
import { SESSION_PROBES } from "./session-probes.ts";

const plan = ({ org }: Thing) => ({ org, kind: "group_activity", on: "2026-12-28", time: "09:00" }) as const;

/** A probe for every request: one without does not compile. */
export const PROBES: Readonly<Record<RequestName, Probe>> = {
  "account.bind": { request: () => ({ do: "account.bind", code: "" }), reached: never },
  "account.logins": { request: () => ({ do: "account.logins" }), reached: never },
  "account.leave-others": { request: () => ({ do: "account.leave-others" }), reached: never },
  "account.factor": { request: () => ({ do: "account.factor" }), reached: never },
  "account.unbind": { request: () => ({ do: "account.unbind" }), reached: never },
  "account.find": {
    request: ({ name }) => ({ do: "account.find", messageId: MESSAGE, what: "invite", name, hint: "" }),
    reached: asksSure((text, { name }) => text.includes(name)),
  },
  "account.choose": {
    request: ({ personId }) => ({ do: "account.choose", messageId: MESSAGE, what: "invite", personId }),
    reached: asksSure((text, { name }) => text.includes(name)),
  },
  "account.invite": {
    request: ({ personId }) => ({ do: "account.invite", personId }),
    reached: is("account.invite"),
  },
  "account.revoke": {
    request: ({ personId }) => ({ do: "account.revoke", personId }),
    reached: is("account.revoke"),
  },
  ...MANDATE_PROBES,
  ...DATA_PROBES,
  ...REPORT_PROBES,
  "opinion.leave": {
    request: () => ({
      do: "opinion.leave",
      messageId: MESSAGE,
      opinions: [{ text: "路灯坏了", category: "urban" }],
    }),
    reached: never,
  },
  ...RECORD_PROBES,
  "activity.preview": {
    request: (thing) => ({ do: "activity.preview", messageId: MESSAGE, plan: plan(thing) }),
    reached: asksSure((text, { name }) => text.includes(name)),
  },
  "activity.publish": {
    request: (thing) => ({ do: "activity.publish", plan: plan(thing), orgId: thing.orgId }),
    reached: is("activity.published"),
  },
  "activity.show": {
    request: ({ ahead }) => ({ do: "activity.show", activity: ahead }),
    reached: is("activity.shown"),
  },
  "activity.list": {
    // On the day of what lies ahead: the list has pages, and this is on the first.
    request: () => ({ do: "activity.list", within: { from: "2026-10-20", to: "2026-10-20" } }),
    reached: ({ outcome }, { ahead }) => JSON.stringify(outcome).includes(ahead),
  },
  "activity.cancel": {
    request: ({ ahead }) => ({ do: "activity.cancel", activity: ahead, reason: "下雨", sure: true }),
    reached: is("activity.called-off"),
  },
  ...SESSION_PROBES,
  ...PLAN_PROBES,
  "check-in.show": {
    request: ({ begun: activity }) => ({ do: "check-in.show", activity }),
    reached: ({ outcome }) =>
      outcome.of === "check-in.shown" || (outcome.of === "refused" && outcome.why === "check-in-closed"),
  },
  "check-in.enter": { request: () => ({ do: "check-in.enter", code: "0000" }), reached: never },
  "activity.change-preview": {
    request: ({ ahead }) => ({
      do: "activity.change-preview",
      messageId: MESSAGE,
      activity: ahead,
      change: { on: "2026-10-21" },
    }),
    reached: asksSure((text, { ahead }) => text.includes(ahead)),
  },
  ...DAY_PROBES,
  "activity.change": {
    request: ({ ahead }) => ({ do: "activity.change", activity: ahead, change: { place: "二楼" } }),
    reached: is("activity.changed"),
  },
  "activity.nudge-preview": {
    request: ({ ahead }) => ({ do: "activity.nudge-preview", messageId: MESSAGE, activity: ahead }),
    reached: is("activity.all-answered"),
  },
  "activity.nudge": {
    request: ({ ahead, personId }) => ({ do: "activity.nudge", activity: ahead, people: [personId] }),
    reached: is("activity.nudged"),
  },
  "activity.enter-notice": {
    request: ({ ahead, name }) => ({
      do: "activity.enter-notice",
      activity: ahead,
      names: [name],
      way: "phone",
    }),
    reached: is("activity.notice-entered"),
  },
  "activity.coming": {
    request: ({ ahead }) => ({ do: "activity.coming", activity: ahead }),
    reached: is("activity.answered"),
  },
  "activity.leave": {
    request: ({ ahead }) => ({ do: "activity.leave", activity: ahead, reason: "illness", note: "病了" }),
    reached: is("activity.leave-sent"),
  },
  "activity.answer-several": {
    request: ({ ahead }) => ({
      do: "activity.answer-several",
      answers: [{ activity: ahead, coming: true }],
      unmet: [],
    }),
    reached: ({ outcome }) =>
      outcome.of === "activity.several-answered" && outcome.given[0]?.of === "activity.answered",
  },
  "activity.own-leaves": {
    request: () => ({ do: "activity.own-leaves" }),
    reached: never,
  },
  "activity.decide-leave": {
    request: ({ name }) => ({ do: "activity.decide-leave", name, approve: true, note: "" }),
    reached: is("activity.leave-done"),
  },
  "activity.decide-leaves": {
    request: ({ name }) => ({ do: "activity.decide-leaves", names: [name], approve: true, note: "" }),
    reached: is("sure"),
  },
  "attendance.preview": {
    request: ({ begun: activity }) => ({
      do: "attendance.preview",
      messageId: MESSAGE,
      activity,
      marks: [],
      rest: "present",
    }),
    reached: asksSure((text, { name }) => text.includes(name)),
  },
  "attendance.preview-on": {
    request: () => ({
      do: "attendance.preview-on",
      messageId: MESSAGE,
      heldOn: "2026-10-17",
      words: "全到",
      marks: [],
      rest: "present",
    }),
    prepare: (tx, { begun }) =>
      tx.execute(sql`update activities set on_day = '2026-10-17' where number = ${begun}`),
    reached: ({ outcome }, { begun }) =>
      (outcome.of === "sure" || outcome.of === "attendance.which-activity") &&
      JSON.stringify(outcome).includes(begun),
  },
  "attendance.mark": {
    request: ({ begun: activity }) => ({ do: "attendance.mark", activity, marks: [], rest: "present" }),
    reached: is("attendance.marked"),
  },
  "attendance.finalise": {
    request: ({ marked }) => ({ do: "attendance.finalise", activity: marked }),
    reached: asksSure((text, { marked }) => text.includes(marked)),
  },
  "attendance.correct": {
    request: ({ over, name }) => ({ do: "attendance.correct", activity: over, name, status: "present" }),
    reached: asksSure((text, { over }) => text.includes(over)),
  },
  "absence.object": { request: () => ({ do: "absence.object", text: "我在会场" }), reached: never },
  "absence.decide-objection": {
    request: ({ name }) => ({ do: "absence.decide-objection", name, uphold: true, note: "" }),
    reached: asksSure((text, { name, over }) => text.includes(name) && text.includes(over)),
  },
  ...OBLIGATION_PROBES,
  ...FILING_PROBES,
  ...FIGURE_PROBES,
  ...OFFICE_PROBES,
};
