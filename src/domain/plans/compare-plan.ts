import type { AttendedKind } from "../activity.ts";
import type { Day } from "../day.ts";
import { planKeyOf } from "./plan-key.ts";

/** A row of a plan that is right by itself, with its organisation found; of a congress session its first sitting's. */
export type WholeRow = {
  readonly sheet: "plan" | "sessions";
  readonly row: number;
  readonly planKey: string;
  /** The session's key, of a sitting. */
  readonly sessionKey: string | null;
  readonly orgId: number;
  readonly kind: AttendedKind;
  readonly title: string;
  readonly on: Day;
  readonly time: string;
  readonly startsAt: Date;
  readonly place: string | null;
  readonly content: string | null;
};

/** What a plan is compared with. */
export type OnFile = {
  readonly orgId: number;
  readonly id: number;
  readonly planKey: string;
  readonly kind: string;
  readonly title: string;
  /** The session of a sitting. */
  readonly sessionId: number | null;
  readonly startsAt: Date;
  readonly place: string | null;
  readonly content: string | null;
  readonly state: "planned" | "cancelled" | "final";
};

/** What a plan would change, row by row. */
export type ComparedPlan<T extends OnFile> = {
  readonly fresh: readonly WholeRow[];
  readonly changed: readonly { readonly row: WholeRow; readonly before: T }[];
  readonly closed: readonly T[];
  readonly gone: readonly T[];
  readonly same: number;
};

// An empty cell leaves what is on file: place and content are often settled later, in words.
const keeps = (cell: string | null, before: string | null): boolean => cell === null || cell === before;

// When and where a session is, its sittings say.
const isSame = (row: WholeRow, before: OnFile): boolean =>
  row.kind === "congress_session" ? row.title === before.title : isSameByItself(row, before);

const isSameByItself = (row: WholeRow, before: OnFile): boolean =>
  row.kind === before.kind &&
  +row.startsAt === +before.startsAt &&
  keeps(row.place, before.place) &&
  keeps(row.content, before.content);

/**
 * Compares a plan with what plans before it made, by organisation, year and number of the row;
 * `named` are the keys of all its rows.
 */
export function comparePlan<T extends OnFile>(
  rows: readonly WholeRow[],
  named: ReadonlySet<string>,
  onFile: readonly T[],
  now: Date,
): ComparedPlan<T> {
  const known = new Map(onFile.map((one) => [planKeyOf(one), one]));
  const isOpen = (one: T): boolean => one.state === "planned" && one.startsAt > now;
  const pairs = rows.map((row) => ({ row, before: known.get(planKeyOf(row)) }));
  const met = pairs.flatMap(({ row, before }) => (before === undefined ? [] : [{ row, before }]));
  const different = met.filter(({ row, before }) => !isSame(row, before));
  const gone = onFile.filter((one) => isOpen(one) && !named.has(planKeyOf(one)));
  const goneIds = new Set(gone.map((one) => one.id));
  return {
    fresh: pairs.filter(({ before }) => before === undefined).map(({ row }) => row),
    changed: different.filter(({ before }) => isOpen(before)),
    closed: different.filter(({ before }) => !isOpen(before)).map(({ before }) => before),
    gone: gone.filter(({ sessionId }) => sessionId === null || !goneIds.has(sessionId)),
    same: met.length - different.length,
  };
}

/**
 * Rows of a plan that somebody has published before without it, each with what was published: the same organisation,
 * kind and moment. `taken` are keys that are on file already.
 */
export function findPublished<T extends Omit<OnFile, "planKey">>(
  rows: readonly WholeRow[],
  taken: ReadonlySet<string>,
  published: readonly T[],
): readonly (T & { readonly planKey: string })[] {
  const free = new Map(published.map((one) => [sameKey(one), one]));
  return rows.flatMap((row) => {
    const one = taken.has(planKeyOf(row)) ? undefined : free.get(sameKey(row));
    if (one === undefined) return [];
    free.delete(sameKey(row));
    return [{ ...one, planKey: row.planKey }];
  });
}

const sameKey = ({ orgId, kind, startsAt }: Pick<OnFile, "orgId" | "kind" | "startsAt">): string =>
  `${orgId} ${kind} ${+startsAt}`;
