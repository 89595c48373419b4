import { sql } from "drizzle-orm";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import type { RequestName } from "#src/domain/request.ts";
import type { Performed } from "#src/inbox/perform.ts";
import type { Thing } from "./district.ts";
import { asksSure, MESSAGE, MONTH, never, type Probe } from "./probe.ts";

const AUGUST = { from: "2026-08-01", to: "2026-08-31" };
const YEAR = { from: "2026-01-01", to: "2026-12-31" };

const shows =
  <K extends FigureView["kind"]>(
    kind: K,
    holds: (view: Extract<FigureView, { kind: K }>, thing: Thing) => boolean,
  ) =>
  ({ outcome }: Performed, thing: Thing): boolean =>
    outcome.of === "figures.shown" && isView(kind, outcome.view) && holds(outcome.view, thing);

const isView = <K extends FigureView["kind"]>(
  kind: K,
  view: FigureView,
): view is Extract<FigureView, { kind: K }> => view.kind === kind;

type Figures = Extract<RequestName, `figures.${string}` | `nudge.${string}` | `export.${string}`>;

/** A probe for every figure. */
export const FIGURE_PROBES: Readonly<Record<Figures, Probe>> = {
  "figures.own-duty": { request: () => ({ do: "figures.own-duty" }), reached: never },
  "figures.own-score": { request: () => ({ do: "figures.own-score" }), reached: never },
  "figures.own-cases": { request: () => ({ do: "figures.own-cases", page: 1 }), reached: never },
  "figures.own-data": { request: () => ({ do: "figures.own-data" }), reached: never },
  "figures.own-attendance": { request: () => ({ do: "figures.own-attendance" }), reached: never },
  "figures.profile": {
    request: ({ name }) => ({ do: "figures.profile", person: name }),
    reached: shows("figures.profile", (view, { name }) => view.name === name),
  },
  "figures.count": {
    request: ({ name }) => ({ do: "figures.count", basis: { ...MONTH, person: name } }),
    reached: shows("figures.tally", (view) => view.tally.records === 1),
  },
  "figures.cut": {
    request: ({ org }) => ({ do: "figures.cut", basis: { ...MONTH, org }, by: "deputy", page: 1 }),
    reached: shows("figures.cut", (view, { name }) => view.lines.rows.some((line) => line.label === name)),
  },
  "figures.why": {
    request: ({ org }) => ({ do: "figures.why", basis: { ...MONTH, org }, page: 1 }),
    reached: shows("figures.records", (view, { record }) =>
      view.records.rows.some((line) => line.number === record),
    ),
  },
  "figures.missing": {
    request: ({ org }) => ({ do: "figures.missing", basis: { ...AUGUST, org }, page: 1 }),
    reached: shows("figures.missing", (view, { name }) => view.names.rows.includes(name)),
  },
  "figures.opinions": {
    request: () => ({ do: "figures.opinions", basis: YEAR }),
    reached: shows("figures.opinions", (view, { category }) =>
      view.categories.some((line) => line.category === category),
    ),
  },
  "figures.backlog": {
    request: () => ({ do: "figures.backlog", basis: YEAR, page: 1 }),
    reached: shows("figures.backlog", (view, { opinion }) =>
      view.lines.rows.some((line) => line.number === opinion),
    ),
  },
  "figures.todo": {
    request: () => ({ do: "figures.todo" }),
    prepare: (tx, { record }) =>
      tx.execute(sql`update duty_records set state = 'withdrawn' where number <> ${record}`),
    reached: shows("figures.todo", (view) => view.staff?.unverified === 1),
  },
  "figures.leaves": {
    request: ({ org }) => ({ do: "figures.leaves", basis: { ...YEAR, org }, page: 1 }),
    reached: shows("figures.leaves", (view, { name }) => view.lines.rows.some((line) => line.name === name)),
  },
  "figures.fates": {
    request: ({ name }) => ({
      do: "figures.fates",
      of: "entered",
      basis: { ...YEAR, person: name },
      page: 1,
    }),
    prepare: (tx, { record }) =>
      tx.execute(sql`update duty_records set entered_by = person_id where number = ${record}`),
    reached: shows("figures.fates", (view, { record }) =>
      view.lines.rows.some((line) => line.number === record),
    ),
  },
  "figures.absences": {
    request: ({ org }) => ({ do: "figures.absences", basis: { ...YEAR, org }, page: 1 }),
    reached: shows("figures.absences", (view, { name }) =>
      view.lines.rows.some((line) => line.name === name),
    ),
  },
  "export.make": {
    request: ({ name }) => ({ do: "export.make", messageId: MESSAGE, basis: { ...MONTH, person: name } }),
    reached: ({ outcome }) => outcome.of === "export.begun" && outcome.records === 1,
  },
  "export.absences": {
    request: ({ org }) => ({ do: "export.absences", messageId: MESSAGE, basis: { ...YEAR, org } }),
    reached: ({ outcome }) => outcome.of === "export.begun" && outcome.list === "absences",
  },
  "export.missing": {
    request: ({ org }) => ({ do: "export.missing", messageId: MESSAGE, basis: { ...AUGUST, org } }),
    reached: ({ outcome }) => outcome.of === "export.begun" && outcome.list === "missing",
  },
  "export.opinions": {
    request: () => ({ do: "export.opinions", messageId: MESSAGE, basis: YEAR }),
    prepare: (tx, { opinion }) =>
      tx.execute(sql`update opinions set state = 'withdrawn' where number <> ${opinion}`),
    reached: ({ outcome }) => outcome.of === "export.begun" && outcome.list === "opinions",
  },
  "nudge.list": {
    request: ({ org }) => ({ do: "nudge.list", messageId: MESSAGE, basis: { ...AUGUST, org } }),
    reached: asksSure((text, { name }) => text.includes(name)),
  },
  "nudge.send": {
    request: ({ org, personId }) => ({ do: "nudge.send", basis: { ...AUGUST, org }, people: [personId] }),
    reached: ({ news }, { personId }) => news.some((one) => one.to === personId),
  },
};
