import type { Tx } from "#db/client.ts";
import { listOwnCases } from "#db/queries/figures/own.ts";
import type { FigureOutcome, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { span, toPage } from "./frame.ts";

/** Opinions and suggestions the speaker brought, with where each stands. */
export async function showOwnCases(
  tx: Tx,
  grant: Grant,
  { page, word }: Extract<FigureRequest, { do: "figures.own-cases" }>,
  { today }: World,
): Promise<FigureOutcome | "not-bound"> {
  if (grant.actorId === null) return "not-bound";
  const { cases, total } = await listOwnCases(tx, grant.actorId, {
    ...span(page),
    ...(word === undefined ? {} : { word }),
  });
  return {
    of: "figures.shown",
    view: {
      kind: "figures.own-cases",
      cases: toPage(cases, page, total),
      ...(word === undefined ? {} : { word }),
      today,
    },
  };
}
