import type { Tx } from "#db/client.ts";
import type { GateRefusal } from "#src/domain/request.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { countDuty } from "./count-duty.ts";
import { cutDuty } from "./cut-duty.ts";
import { explainFigure } from "./explain-figure.ts";
import { countOpinions, listBacklog } from "./count-opinions.ts";
import { showAbsences, showOwnAttendance } from "./show-absences.ts";
import { showFates } from "./show-fates.ts";
import { showLeaves } from "./show-leaves.ts";
import { showTodo } from "./show-todo.ts";
import { showDeputy, showMissing } from "./show-deputy.ts";
import { showOwnCases } from "./show-own-cases.ts";
import { showOwnDuty } from "./show-own-duty.ts";
import { showOwnScore } from "./show-own-score.ts";

/** Answers a question about duty done. Changes nothing. */
export function workOutFigure(
  tx: Tx,
  grant: Grant,
  request: Exclude<FigureRequest, { do: "figures.own-data" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal | GateRefusal> {
  switch (request.do) {
    case "figures.own-duty":
      return showOwnDuty(tx, grant, request, world);
    case "figures.own-score":
      return showOwnScore(tx, grant, request, world);
    case "figures.own-cases":
      return showOwnCases(tx, grant, request, world);
    case "figures.profile":
      return showDeputy(tx, grant, request, world);
    case "figures.count":
      return countDuty(tx, grant, request, world);
    case "figures.cut":
      return cutDuty(tx, grant, request, world);
    case "figures.why":
      return explainFigure(tx, grant, request, world);
    case "figures.opinions":
      return countOpinions(tx, grant, request, world);
    case "figures.backlog":
      return listBacklog(tx, grant, request, world);
    case "figures.absences":
      return showAbsences(tx, grant, request, world);
    case "figures.fates":
      return showFates(tx, grant, request, world);
    case "figures.leaves":
      return showLeaves(tx, grant, request, world);
    case "figures.own-attendance":
      return showOwnAttendance(tx, grant, request, world);
    case "figures.todo":
      return showTodo(tx, grant, request, world);
    case "figures.missing":
      return showMissing(tx, grant, request, world);
  }
}
