import { sql } from "drizzle-orm";
import type { SessionRequest } from "#src/domain/requests/session.ts";
import type { Thing } from "./district.ts";
import { asksSure, is, MESSAGE, never, type Probe } from "./probe.ts";

const plan = ({ org }: Thing) => ({
  org,
  title: "第六次会议",
  sittings: [{ kind: "plenary_sitting", on: "2026-12-28", time: "09:00" }] as const,
});

/** The things of the test sit in groups and stations, which have no congress: nobody reaches one by them. */
export const SESSION_PROBES: Readonly<
  Record<SessionRequest["do"] | "absence.close-case" | "absence.enter-told", Probe>
> = {
  "absence.close-case": {
    request: ({ name }) => ({ do: "absence.close-case", name, note: "属公务冲突" }),
    reached: asksSure((text, { name, over }) => text.includes(name) && text.includes(over)),
    prepare: (tx, { personId }) =>
      tx.execute(sql`update absence_notices set level = 2 where person_id = ${personId}`),
  },
  "absence.enter-told": {
    request: ({ over: activity, name }) => ({ do: "absence.enter-told", activity, name, way: "phone" }),
    reached: is("absence.told-entered"),
  },
  "session.preview": {
    request: (thing) => ({ do: "session.preview", messageId: MESSAGE, plan: plan(thing) }),
    reached: asksSure((text, { org }) => text.includes(org)),
  },
  "session.publish": {
    request: (thing) => ({ do: "session.publish", plan: plan(thing), orgId: thing.orgId }),
    reached: never,
  },
};
