import type { Cut } from "#src/domain/figures/figure-basis.ts";
import type { FigureRequest } from "#src/domain/requests/figures.ts";

const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const LAST_YEAR = { from: "2025-01-01", to: "2025-12-31" };
const QUARTER = { from: "2026-04-01", to: "2026-06-30" };
const MONTH = { from: "2026-09-01", to: "2026-09-30" };

/** A figure that staff ask for. */
export type StaffFigure = Exclude<FigureRequest, { do: "figures.own-data" }>;

/** A question as the n-th of those who ask it puts it. */
export type Question = (at: number) => StaffFigure;

const town = (at: number): string => `镇${1 + (at % 25)}`;

const divided =
  (by: Cut): Question =>
  (at) => ({ do: "figures.cut", basis: YEAR, by, page: 1 + (at % 3) });

/** What staff ask, from a township's quarter to the whole district's year. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  "township-kind-quarter": (at) => ({
    do: "figures.count",
    basis: { ...QUARTER, kind: "home_visit", org: town(at) },
  }),
  "township-year": (at) => ({ do: "figures.count", basis: { ...YEAR, org: town(at) } }),
  "township-year-by-deputy": (at) => ({
    do: "figures.cut",
    basis: { ...YEAR, org: town(at) },
    by: "deputy",
    page: 1 + (at % 9),
  }),
  "station-year": (at) => ({ do: "figures.count", basis: { ...YEAR, org: `${town(at)}站1` } }),
  "group-year": (at) => ({ do: "figures.count", basis: { ...YEAR, org: `${town(at)}组1` } }),
  "village-year": (at) => ({ do: "figures.count", basis: { ...YEAR, org: `${town(at)}村${1 + (at % 12)}` } }),
  "district-kind-quarter": () => ({ do: "figures.count", basis: { ...QUARTER, kind: "reception" } }),
  "district-year": () => ({ do: "figures.count", basis: YEAR }),
  "district-last-year": () => ({ do: "figures.count", basis: LAST_YEAR }),
  "district-year-by-kind": divided("kind"),
  "district-year-by-township": divided("township"),
  "district-year-by-group": divided("group"),
  "district-year-by-station": divided("station"),
  "district-year-by-deputy": divided("deputy"),
  "district-year-by-month": divided("month"),
  "why-page": (at) => ({ do: "figures.why", basis: { ...QUARTER, kind: "home_visit" }, page: 1 + (at % 9) }),
  "why-last-page": () => ({ do: "figures.why", basis: YEAR, page: 28_000 }),
  deputy: (at) => ({ do: "figures.profile", person: `代表${1 + ((at * 37) % 4000)}` }),
  "missing-month": () => ({ do: "figures.missing", basis: MONTH, page: 1 }),
  "township-missing-month": (at) => ({
    do: "figures.missing",
    basis: { ...MONTH, org: town(at) },
    page: 1 + (at % 3),
  }),
  "absences-month": (at) => ({ do: "figures.absences", basis: MONTH, page: 1 + (at % 3) }),
  "absences-year": (at) => ({ do: "figures.absences", basis: YEAR, page: 1 + (at % 9) }),
  "absences-year-why": (at) => ({ do: "figures.absences", basis: YEAR, page: 1 + (at % 9), why: true }),
  "township-absences-year": (at) => ({
    do: "figures.absences",
    basis: { ...YEAR, org: town(at) },
    page: 1 + (at % 9),
  }),
  "opinions-year": () => ({ do: "figures.opinions", basis: YEAR }),
  "township-opinions-quarter": (at) => ({ do: "figures.opinions", basis: { ...QUARTER, org: town(at) } }),
  "open-opinions-year": (at) => ({ do: "figures.backlog", basis: YEAR, page: 1 + (at % 9) }),
  "township-open-opinions-year": (at) => ({
    do: "figures.backlog",
    basis: { ...YEAR, org: town(at) },
    page: 1 + (at % 9),
  }),
  todo: () => ({ do: "figures.todo" }),
  "todo-list": (at) => ({ do: "figures.todo", what: "unverified", page: 1 + (at % 9) }),
};
