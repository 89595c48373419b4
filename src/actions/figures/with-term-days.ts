import type { Tx } from "#db/client.ts";
import type { Whose } from "#db/queries/figures/counted.ts";
import { listDeputiesOf } from "#db/queries/figures/found.ts";
import { listSeatSpans, listTermSpans } from "#db/queries/figures/terms.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { termDays } from "#src/domain/figures/term-days.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { Request } from "#src/domain/request.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

/** The same request with the days of the term that it names; refused where they are not on file. */
export async function withTermDays(
  tx: Tx,
  grant: Grant,
  request: Request,
  { today }: World,
): Promise<Request | FigureRefusal> {
  if (!("basis" in request) || request.basis.term === undefined) return request;
  const { term, ...basis } = request.basis;
  const whose = await whoseTerms(tx, grant, request.basis, today);
  if (typeof whose === "string") return whose;
  const list = term.which === "in-office" ? listSeatSpans : listTermSpans;
  const days = termDays(term, await list(tx, whose), today);
  return typeof days === "string" ? days : { ...request, basis: { ...basis, ...days } };
}

// 本届 is of all whom staff look after; in office, and for a deputy the term too, is of one.
async function whoseTerms(
  tx: Tx,
  grant: Grant,
  { own, person, term }: FigureBasis,
  today: World["today"],
): Promise<Whose | FigureRefusal> {
  const { scope } = grant;
  if (own === true || scope.length === 0) return { personId: grant.personId };
  if (term?.which !== "in-office" || person === undefined) return { scope };
  const [deputy, another] = await listDeputiesOf(tx, scope, person, today);
  if (deputy === undefined) return "no-such-deputy";
  return another === undefined ? { scope, deputyId: deputy.personId } : "several-deputies";
}
