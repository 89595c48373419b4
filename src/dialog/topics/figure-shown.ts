import type { Act } from "#src/domain/act.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Cut, FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { yearBefore } from "#src/domain/figures/figure-period.ts";
import type { OwnAttendanceView } from "#src/domain/figures/own-attendance-view.ts";
import type { FigureOutcome, FigureRequest } from "#src/domain/requests/figures.ts";
import { isExplained } from "#src/text/figures-explained.ts";
import { audienceOf } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask, say } from "../turns.ts";

/** Shows a figure, and keeps what it was made of, so that 为什么 explains this one and no other. */
export function showFigure(dialog: Dialog, { view, basis, absences, table }: FigureOutcome): Turn {
  const { figure: _, counted: __, missed: ___, attended: ____, table: _____, ...kept } = dialog;
  const rest = table === undefined ? kept : { ...kept, table };
  if (basis !== undefined) return say({ ...rest, figure: basis }, view);
  // Its lines explain the figure before them: 为什么 2 goes on.
  if (view.kind === "figures.attendance-lines") return say(dialog, view);
  if (absences !== undefined) return say({ ...rest, missed: absences }, view);
  if (view.kind === "figures.own-attendance" && view.asked)
    return say({ ...rest, counted: view.kind, attended: stretchOf(view) }, view);
  return say(isExplained(view.kind) ? { ...rest, counted: view.kind } : rest, view);
}

const stretchOf = ({ period, meeting }: OwnAttendanceView) => ({
  ...period,
  ...(meeting === undefined ? {} : { meeting }),
});

/** True for taps that ask for a figure or for another page of one. */
export const isFigureAct = (act: Act): act is Extract<Act, { readonly basis: FigureBasis }> => "basis" in act;

/** 为什么: the records behind the last figure, or how it is counted where it is not made of records. */
export function explain(dialog: Dialog, page: number, facts: Facts): Turn {
  const { figure, counted, missed } = dialog;
  if (missed !== undefined) return ask(dialog, { do: "figures.absences", basis: missed, page, why: true });
  if (figure !== undefined) return ask(dialog, { do: "figures.why", basis: figure, page });
  if (counted === "figures.own-attendance" || (counted === undefined && facts.toldAbsent !== undefined))
    return ask(dialog, {
      do: "figures.own-attendance",
      why: { page },
      ...attendedLast(dialog),
    });
  return counted === undefined
    ? say(dialog, { kind: "figures.nothing-shown", audience: audienceOf(facts) })
    : say(dialog, { kind: "figures.explained", of: counted });
}

function attendedLast({ attended }: Dialog): Pick<OwnAttendanceRequest, "period" | "meeting"> {
  if (attended === undefined) return {};
  const { meeting, ...period } = attended;
  return { period, ...(meeting === undefined ? {} : { meeting }) };
}
type OwnAttendanceRequest = Extract<FigureRequest, { do: "figures.own-attendance" }>;

/** The last figure of the year before: 跟去年比呢, 去年同期呢. */
export function aYearBefore(dialog: Dialog, facts: Facts): Turn {
  const { figure } = dialog;
  return figure === undefined
    ? say(dialog, { kind: "figures.nothing-shown", audience: audienceOf(facts) })
    : ask(dialog, { do: "figures.count", basis: { ...figure, ...yearBefore(figure, facts.today) } });
}

/** The last figure divided, if it is made of records. */
export function divide(dialog: Dialog, by: Cut, page: number, facts: Facts): Turn {
  const { figure, counted, missed } = dialog;
  const audience = audienceOf(facts);
  if (figure !== undefined) return ask(dialog, { do: "figures.cut", basis: figure, by, page });
  return say(dialog, {
    kind: counted === undefined && missed === undefined ? "figures.nothing-shown" : "figures.undivided",
    audience,
  });
}
