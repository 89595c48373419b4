import type { Tx } from "#db/client.ts";
import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { tuneFigures } from "#db/queries/figures/tune.ts";
import { type FoundOrg, listDeputiesOf, listMandateIds, listPartNames } from "#db/queries/figures/found.ts";
import type { Day } from "#src/domain/day.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { namedOrgs } from "#src/domain/figures/named-orgs.ts";
import type { Page } from "#src/domain/figures/figure-view.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { Grant } from "../gate.ts";
import { resolvePlace } from "./resolve-place.ts";

/** What a figure is worked out over, and what it is about in words the speaker may see. */
export type Frame = {
  readonly filter: CountedFilter & { readonly mandateIds: readonly number[] };
  readonly subject: Subject;
  /** The organisations that were named, where they are several: each has its line. */
  readonly several: readonly FoundOrg[];
};

/**
 * Fits a question to what the speaker may see: staff the subtrees they look after, deputies themselves. Organisations
 * and persons outside are refused with the words for what does not exist.
 */
export async function resolveFrame(
  tx: Tx,
  grant: Grant,
  basis: FigureBasis,
  world: World,
): Promise<Frame | FigureRefusal> {
  const frame = await findFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  await tuneFigures(tx);
  const mandateIds = await listMandateIds(tx, frame.filter.whose);
  return { ...frame, filter: { ...frame.filter, mandateIds } };
}

async function findFrame(
  tx: Tx,
  grant: Grant,
  basis: FigureBasis,
  world: World,
): Promise<(Omit<Frame, "filter"> & { readonly filter: CountedFilter }) | FigureRefusal> {
  const { from, to, kind, mark } = basis;
  const about = aboutOf(basis);
  const common = {
    from,
    to,
    waitedSince: waitedSince(world),
    ...(kind === undefined ? {} : { kind }),
    ...(mark === undefined ? {} : { mark }),
  };
  if (basis.own === true || grant.scope.length === 0) {
    const others =
      namedOrgs(basis).length > 0 || (basis.person !== undefined && basis.person !== grant.actorName);
    if (others && basis.own !== true) return "others-duty";
    const here = basis.org === undefined ? {} : { place: basis.org };
    return {
      filter: { ...common, ...here, whose: { personId: grant.personId } },
      subject: { ...about, ...here, whose: null },
      several: [],
    };
  }
  const place = await resolvePlace(tx, grant, basis, world);
  if (typeof place === "string") return place;
  const person = await findPerson(tx, grant, basis.person, world.today);
  if (typeof person === "string") return person;
  const { words, several, without, ...where } = place;
  const whose = {
    scope: grant.scope,
    ...where.whose,
    ...(person === undefined ? {} : { deputyId: person.personId }),
    ...(basis.parts === undefined ? {} : { parts: basis.parts }),
  };
  const partNames = await listPartNames(tx, grant.scope, basis.parts ?? []);
  const named = [words, person?.name, ...partNames].filter((one) => one !== undefined).join(" ");
  return {
    filter: { ...common, whose, ...(where.place === undefined ? {} : { place: where.place }) },
    subject: {
      ...about,
      whose: named === "" ? scopeName(grant) : named,
      ...(without === undefined ? {} : { without }),
    },
    several,
  };
}

function aboutOf(basis: FigureBasis): Omit<Subject, "whose" | "place"> {
  const { from, to, kind, mark, meeting, least, open, category, urgent, word, waiting } = basis;
  return {
    from,
    to,
    ...(kind === undefined ? {} : { kind }),
    ...(mark === undefined ? {} : { mark }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(least === undefined ? {} : { least }),
    ...(open === undefined ? {} : { open }),
    ...(category === undefined ? {} : { category }),
    ...(urgent === undefined ? {} : { urgent }),
    ...(word === undefined ? {} : { word }),
    ...(waiting === undefined ? {} : { waiting }),
  };
}

const scopeName = (grant: Grant): string => [...new Set(grant.roles.map((held) => held.orgName))].join("、");

async function findPerson(tx: Tx, grant: Grant, name: string | undefined, today: Day) {
  if (name === undefined) return undefined;
  const found = await listDeputiesOf(tx, grant.scope, name, today);
  if (found.length > 1) return "several-deputies" as const;
  return found[0] ?? ("no-such-deputy" as const);
}

const PAGE = 5;

/** Where a page of a list begins, and how long it is. */
export const span = (page: number): { readonly limit: number; readonly offset: number } => ({
  limit: PAGE,
  offset: (Math.max(1, page) - 1) * PAGE,
});

/** How many pages a list of so many lines has: one where there is nothing. */
export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE));

/** One page of a list, with how many there are in all. */
export const toPage = <T>(rows: readonly T[], page: number, total: number): Page<T> => ({
  rows,
  page: Math.max(1, page),
  pages: pagesOf(total),
  total,
});
