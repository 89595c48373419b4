import type { Tx } from "#db/client.ts";
import { listOrgsOf } from "#db/queries/figures/found.ts";
import { countDeputyTodo, countStaffTodos } from "#db/queries/figures/todo.ts";
import { listDeputyItems, listStaffItems, type StaffAsker } from "#db/queries/figures/todo-items.ts";
import { addDays } from "#src/domain/day.ts";
import type { DeputyTodo, StaffTodo, TodoItem } from "#src/domain/figures/todo.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { listOwedBy } from "../obligations/list-owed-by.ts";
import { countTodos, toStaffAsker } from "./count-todos.ts";
import { span, toPage } from "./frame.ts";

type Asked = Extract<FigureRequest, { do: "figures.todo" }>;
type Counts = { readonly staff: StaffTodo | null; readonly deputy: DeputyTodo | null };

/**
 * What waits for the speaker, of each kind how much and the one that waits longest: for staff in their subtrees, for a
 * deputy his or her own word; for both, both. One kind that is named is shown page by page. Of a place that is named it
 * is what waits for staff there; one outside their subtrees reads like none.
 */
export async function showTodo(
  tx: Tx,
  grant: Grant,
  { what, page = 1, org }: Asked,
  world: World,
): Promise<FigureOutcome | FigureRefusal | "not-bound"> {
  const { actorId } = grant;
  if (actorId === null) return "not-bound";
  const asker = await narrowed(tx, toStaffAsker(grant, actorId, world), org);
  if (typeof asker === "string") return asker;
  const common = { today: world.today, ...(org === undefined ? {} : { org }) };
  const owed = org === undefined ? await listOwed(tx, grant, world) : [];
  const counts =
    org === undefined
      ? await countTodo(tx, grant, asker, owed, world)
      : { staff: (await countStaffTodos(tx, [asker])).get(actorId) ?? null, deputy: null };
  if (what === undefined) {
    const first = await listItems(tx, counts, asker, owed, { limit: 1, offset: 0 });
    return { of: "figures.shown", view: { kind: "figures.todo", ...counts, first, ...common } };
  }
  const all: Partial<Record<string, number>> = { ...counts.deputy, ...counts.staff };
  const items = await listItems(tx, counts, asker, owed, { of: what, ...span(page) });
  const lines = toPage(
    what === "waiting" ? items.map((one) => withUntil(one, world)) : items,
    page,
    all[what] ?? 0,
  );
  return { of: "figures.shown", view: { kind: "figures.todo-list", what, lines, ...common } };
}

const withUntil = (item: TodoItem, { policy }: World): TodoItem => ({
  ...item,
  until: addDays(item.since, policy.records.on_behalf_waits_days),
});

// Villages have no deputies and no staff of their own in the tree: nothing can wait there.
async function narrowed(
  tx: Tx,
  asker: StaffAsker,
  org: string | undefined,
): Promise<StaffAsker | FigureRefusal> {
  if (org === undefined) return asker;
  if (asker.scope.length === 0) return "others-duty";
  const found = await listOrgsOf(tx, asker.scope, [org]);
  const within = found.filter(({ kind }) => kind !== "village").map(({ id }) => id);
  return within.length === 0 ? "no-such-org" : { ...asker, scope: within, within };
}

async function countTodo(
  tx: Tx,
  grant: Grant,
  asker: StaffAsker,
  owed: readonly TodoItem[],
  world: World,
): Promise<Counts> {
  const staff = (await countTodos(tx, [grant], world)).get(asker.actorId) ?? null;
  if (grant.mandate === null) return { staff, deputy: null };
  const own = await countDeputyTodo(tx, asker.actorId, world.today);
  return { staff, deputy: { ...own, owed: owed.length } };
}

// The same list that 应办 shows, without what was handed in and waits for others.
async function listOwed(tx: Tx, grant: Grant, world: World): Promise<readonly TodoItem[]> {
  if (grant.mandate === null) return [];
  const open = (await listOwedBy(tx, grant, world)).filter((one) => one.state !== "submitted");
  return open.map(({ title, dueOn }) => ({
    kind: "owed",
    number: "",
    who: null,
    what: title,
    since: dueOn,
  }));
}

async function listItems(
  tx: Tx,
  { staff, deputy }: Counts,
  asker: StaffAsker,
  owed: readonly TodoItem[],
  stretch: Parameters<typeof listStaffItems>[2],
): Promise<readonly TodoItem[]> {
  const { of, limit, offset } = stretch;
  if (of === "owed") return owed.slice(offset, offset + limit);
  const due = of === undefined ? owed.slice(offset, offset + limit) : [];
  const own = deputy === null ? [] : [...due, ...(await listDeputyItems(tx, asker, stretch))];
  return staff === null ? own : [...own, ...(await listStaffItems(tx, asker, stretch))];
}
