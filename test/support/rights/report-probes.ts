import type { RequestName } from "#src/domain/request.ts";
import { asksSure, is, MESSAGE, never, type Probe } from "./probe.ts";

const draft = { kind: "reception", date: "2026-09-12", text: "接待" } as const;

/** Probes for records, their companions, and what is said about them. */
export const REPORT_PROBES = {
  "report.file": {
    request: ({ name }) => ({
      do: "report.file",
      messageId: MESSAGE,
      reports: [draft],
      opinions: [],
      onBehalf: name,
    }),
    reached: is("report.file"),
  },
  "report.withdraw": {
    request: ({ record }) => ({ do: "report.withdraw", number: record }),
    reached: is("report.withdraw"),
  },
  "report.explain": {
    request: ({ record }) => ({ do: "report.explain", number: record, words: "当时是下午去的" }),
    reached: never,
  },
  "report.restore": {
    request: ({ record }) => ({ do: "report.restore", number: record }),
    reached: never,
  },
  "report.which": {
    request: ({ record }) => ({ do: "report.which", like: { numbers: [record] } }),
    reached: ({ outcome }) => outcome.of === "report.which" && outcome.found,
  },
  "report.whose": {
    request: ({ name }) => ({ do: "report.whose", card: "r1", name, days: ["2026-09-12"] }),
    reached: is("report.whose-found"),
  },
  "report.heard-on": {
    request: ({ record }) => ({ do: "report.heard-on", card: "r1", like: { numbers: [record] } }),
    reached: ({ outcome }) => outcome.of === "report.heard-on" && outcome.record !== undefined,
  },
  "case.show": {
    request: ({ opinion }) => ({ do: "case.show", number: opinion }),
    reached: is("case.shown"),
  },
  "report.amend": {
    request: ({ record }) => ({
      do: "report.amend",
      number: record,
      amendment: { field: "date", value: "2026-09-09" },
    }),
    reached: is("report.amend"),
  },
  "report.edit": {
    request: ({ record }) => ({
      do: "report.edit",
      messageId: MESSAGE,
      number: record,
      draft: { kind: "reception", date: "2026-09-09", text: "接待选民" },
    }),
    reached: asksSure((text, { record }) => text.includes(record)),
  },
  "report.acknowledge": {
    request: ({ waiting }) => ({ do: "report.acknowledge", numbers: [waiting], right: true }),
    reached: ({ outcome }) => outcome.of === "report.acknowledged" && outcome.numbers.length > 0,
  },
  "report.share": {
    request: ({ shared }) => ({ do: "report.share", number: shared, present: true }),
    reached: is("report.shared"),
  },
} as const satisfies Partial<Record<RequestName, Probe>>;
