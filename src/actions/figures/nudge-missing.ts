import type { Tx } from "#db/client.ts";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FigureOutcome, FigureRefusal } from "#src/domain/requests/figures.ts";
import type { NudgeOutcome, NudgeRequest } from "#src/domain/requests/nudge.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { findMissing } from "./find-missing.ts";
import { toPage } from "./frame.ts";

/** Shows whom a reminder would go to. Nobody is written to before the yes. */
export async function listToNudge(
  tx: Tx,
  grant: Grant,
  { basis, messageId }: Extract<NudgeRequest, { do: "nudge.list" }>,
  world: World,
): Promise<SureOutcome | FigureOutcome | FigureRefusal> {
  const found = await findMissing(tx, grant, basis, world);
  if (typeof found === "string") return found;
  const { missing, deputies, subject } = found;
  const { today } = world;
  if (missing.length === 0) {
    const view: FigureView = {
      kind: "figures.missing",
      subject,
      basis,
      deputies,
      names: toPage([], 1, 0),
      today,
    };
    return { of: "figures.shown", view };
  }
  const names = missing.map((one) => one.name);
  return {
    of: "sure",
    card: `n${messageId}`,
    request: { do: "nudge.send", basis, people: missing.map((one) => one.personId) },
    question: { kind: "sure.nudge", subject, names: names.slice(0, SHOWN), count: names.length },
  };
}

const SHOWN = 30;

/** Reminds those of the list who still have no record, each at most once a day. Who reported meanwhile is left alone. */
export async function nudgeMissing(
  tx: Tx,
  grant: Grant,
  { basis, people }: Extract<NudgeRequest, { do: "nudge.send" }>,
  world: World,
): Promise<{ outcome: NudgeOutcome; news: readonly News[] } | FigureRefusal> {
  const found = await findMissing(tx, grant, basis, world);
  if (typeof found === "string") return found;
  const listed = new Set(people);
  const told = found.missing.filter((one) => listed.has(one.personId) && one.personId !== grant.actorId);
  const { from, to } = basis;
  const word = { kind: "nudge.reminder", from, to, by: grant.actorName } as const;
  const key = `nudge:${from}:${to}:${world.today}`;
  return {
    outcome: { of: "nudge.sent", count: told.length },
    news: told.map(({ personId }) => ({ to: personId, key, word })),
  };
}
