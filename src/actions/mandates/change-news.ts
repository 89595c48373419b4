import type { Tx } from "#db/client.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import type { Day } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { MandateView } from "#src/domain/requests/mandate.ts";
import type { World } from "#src/domain/rules.ts";
import { nth } from "#src/kernel/nth.ts";
import type { Grant } from "../gate.ts";
import type { Applied, Concerned } from "./apply-change.ts";
import type { Settled } from "./settle-change.ts";
import { withMoved } from "./with-moved.ts";

const READERS = ["township_chair", "township_clerk", "group_leader", "office"] as const;

/**
 * Who is told of a change: the deputies it concerns, and once each the staff who look after them, of the old place and
 * the new. Whoever made it knows already.
 */
export async function changeNews(
  tx: Tx,
  { actorId, actorName: by }: Grant,
  { view, again }: Settled,
  { mandates, people, moved }: Applied,
  { now, today }: World,
): Promise<News[]> {
  const key = `mandate:${view.change}:${nth(mandates, 0)}:${now.getTime()}`;
  const stays = new Set(again.map((one) => one.personId));
  const own = people.map((to): News => ({
    to,
    key: `${key}:own`,
    word: { kind: "mandate.own", view: withMoved(ownView(view, stays.has(to)), moved, to), by },
  }));
  const said = { actorId, key, kind: "mandate.other", view: withMoved(view, moved), by } as const;
  return [...own, ...(await staffNews(tx, said, { mandates, people }, today))];
}

/** The same people are told when it was a mistake and is undone. */
export async function undoneNews(
  tx: Tx,
  { actorId, actorName: by }: Grant,
  view: MandateView,
  { mandates, people }: Concerned,
  { now, today }: World,
): Promise<News[]> {
  const key = `mandate:undone:${nth(mandates, 0)}:${now.getTime()}`;
  const own = people.map((to): News => ({
    to,
    key: `${key}:own`,
    word: { kind: "mandate.own-undone", view: { ...view, again: [] }, by },
  }));
  const said = { actorId, key, kind: "mandate.other-undone", view, by } as const;
  return [...own, ...(await staffNews(tx, said, { mandates, people }, today))];
}

type Said = {
  readonly actorId: number | null;
  readonly key: string;
  readonly kind: "mandate.other" | "mandate.other-undone";
  readonly view: MandateView;
  readonly by: string;
};

async function staffNews(
  tx: Tx,
  { actorId, key, kind, view, by }: Said,
  { mandates, people }: Concerned,
  today: Day,
): Promise<News[]> {
  const staff = await listStaffOfMandates(tx, mandates, READERS, today);
  const told = new Set([...staff.values()].flat());
  const others = [...told].filter((to) => to !== actorId && !people.includes(to));
  return others.map((to): News => ({ to, key, word: { kind, view, by } }));
}

function withoutOthers({ leads: _others, ...view }: MandateView, stays: boolean): MandateView {
  return { ...view, again: [], leaving: stays ? 0 : 1 };
}

// A new term tells each deputy about himself or herself only.
const ownView = (view: MandateView, stays: boolean): MandateView =>
  view.change === "new_term" ? withoutOthers(view, stays) : view;
