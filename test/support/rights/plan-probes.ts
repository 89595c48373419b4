import type { PlanRequest } from "#src/domain/requests/plan.ts";
import type { WorkbookRequest } from "#src/domain/requests/workbook.ts";
import type { Thing } from "./district.ts";
import { asksSure, MESSAGE, never, type Probe } from "./probe.ts";

const rows = ({ org }: Thing) => [
  {
    row: 2,
    number: "1",
    org,
    kind: "group_activity" as const,
    when: {
      year: 2026,
      from: [12, 28] as const,
      to: [12, 28] as const,
      exact: true,
      said: "2026-12-28",
    },
    time: "09:00",
    place: null,
    content: null,
  },
];

/** Yearly plans, and the workbooks of one's own conversation that they come in. */
export const PLAN_PROBES: Readonly<Record<(PlanRequest | WorkbookRequest)["do"], Probe>> = {
  "workbook.read": {
    request: () => ({ do: "workbook.read", messageId: MESSAGE, file: "none" }),
    reached: never,
  },
  "workbook.template": {
    request: () => ({ do: "workbook.template", messageId: MESSAGE, of: "plan" }),
    reached: never,
  },
  "plan.preview": {
    request: (thing) => ({
      do: "plan.preview",
      messageId: MESSAGE,
      rows: rows(thing),
      sittings: [],
      problems: [],
    }),
    reached: asksSure((text, { org }) => text.includes(org)),
  },
  // What is published without what was seen is shown again.
  "plan.publish": {
    request: (thing) => ({
      do: "plan.publish",
      messageId: MESSAGE,
      rows: rows(thing),
      sittings: [],
      seen: "",
    }),
    reached: asksSure((text, { org }) => text.includes(org)),
  },
  "plan.drop": {
    request: ({ ahead }) => ({ do: "plan.drop", messageId: MESSAGE, numbers: [ahead] }),
    reached: asksSure((text, { ahead }) => text.includes(ahead)),
  },
};
