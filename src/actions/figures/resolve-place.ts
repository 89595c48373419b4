import type { Tx } from "#db/client.ts";
import { type FoundOrg, isKnownSpot, listOnlyParts, listOrgsOf } from "#db/queries/figures/found.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { yearBefore } from "#src/domain/figures/figure-period.ts";
import { namedOrgs } from "#src/domain/figures/named-orgs.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

const IS_SPOT = /(?:村|社区|小区|(?<!小)组|[寨街路巷园厂校院坝湾坡沟桥塘冲岩坪]|市场|广场|水库)$/u;

const GROUP = /(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})(?:村民|居民)?小?组$/u;
const villageOf = (name: string): string | undefined =>
  GROUP.test(name) ? name.replace(GROUP, "") : undefined;

/** Where a figure is asked about: orgs, or a place by its name, with the words for them. */
type Place = {
  readonly words?: string;
  readonly whose: { readonly orgs?: readonly number[] };
  readonly place?: string;
  readonly several: readonly FoundOrg[];
  /** Named beside others, and nowhere. */
  readonly without?: readonly string[];
};

const PART = /^(?<town>.{2,}?(?:镇|乡|街道))(?:人大)?(?:代表)?(?<part>小组|联络站|联络室)$/u;
const PARTS = { 小组: "deputy_group", 联络站: "liaison_station", 联络室: "liaison_room" } as const;
const isPart = (word: string): word is keyof typeof PARTS => Object.hasOwn(PARTS, word);

// 东风镇联络站 is 东风镇代表联络站, where it has no other; what is known by its name stays what it is.
async function toWholeNames(tx: Tx, { scope }: Grant, names: readonly string[]): Promise<readonly string[]> {
  const wanted = names.flatMap((name) => {
    const { town, part = "" } = PART.exec(name)?.groups ?? {};
    return town === undefined || !isPart(part) ? [] : [{ name, town, kind: PARTS[part] } as const];
  });
  if (wanted.length === 0) return names;
  const known = await listOrgsOf(tx, scope, names);
  const parts = await listOnlyParts(tx, scope, wanted);
  return names.map((name) => {
    const asked = wanted.find((one) => one.name === name);
    const part = parts.find((one) => one.town === asked?.town && one.kind === asked.kind);
    return known.some((one) => one.name === name) ? name : (part?.name ?? name);
  });
}

/**
 * Finds the places that a question names among those that its asker looks after. A figure of some of them says which are
 * not in it; one that is elsewhere reads like none.
 */
export async function resolvePlace(
  tx: Tx,
  grant: Grant,
  basis: FigureBasis,
  world: World,
): Promise<Place | FigureRefusal> {
  const named = await toWholeNames(tx, grant, namedOrgs(basis));
  const [org, ...others] = named;
  if (org === undefined) return { whose: {}, several: [] };
  const village = others.length === 0 ? villageOf(org) : undefined;
  const found = await listOrgsOf(tx, grant.scope, village === undefined ? named : [village]);
  // A group of a village stands in the places of its records, and on no register.
  if (village !== undefined && found.some((one) => one.kind === "village"))
    return { words: org, whose: {}, place: org, several: [] };
  // A village that is on no register may all the same be where something was done.
  const days = { from: yearBefore(basis, world.today).from, to: basis.to };
  const isAlone = found.length === 0 && others.length === 0;
  if (isAlone && IS_SPOT.test(org) && (await isKnownSpot(tx, grant.scope, org, days)))
    return { words: org, whose: {}, place: org, several: [] };
  // Villages have no deputies of their own in the tree, and may be on no register: each is counted by itself.
  if (others.length > 0 && named.some((name) => IS_SPOT.test(name) && !isOrg(name, found)))
    return "places-apart";
  const known = named.filter((name) => found.some((one) => one.name === name));
  if (known.length < named.length) return ofKnown(tx, grant, basis, { known, named }, world);
  const isSeveral = others.length > 0;
  // What is asked of a village is what happened there.
  if (!isSeveral && found.every((one) => one.kind === "village"))
    return { words: org, whose: {}, place: org, several: [] };
  const orgs = isSeveral ? found.filter((one) => one.kind !== "village") : found;
  if (new Set(orgs.map((one) => one.name)).size < new Set(named).size) return "places-apart";
  return {
    words: named.join("、"),
    whose: { orgs: orgs.map((one) => one.id) },
    several: isSeveral ? orgs : [],
  };
}

const isOrg = (name: string, found: readonly FoundOrg[]): boolean =>
  found.some((one) => one.name === name && one.kind !== "village");

async function ofKnown(
  tx: Tx,
  grant: Grant,
  asked: FigureBasis,
  { known, named }: { readonly known: readonly string[]; readonly named: readonly string[] },
  world: World,
): Promise<Place | FigureRefusal> {
  if (known.length === 0) return "no-such-org";
  const { org: _, orgs: __, ...basis } = asked;
  const place = await resolvePlace(tx, grant, { ...basis, orgs: known }, world);
  if (typeof place === "string") return place;
  return { ...place, without: named.filter((name) => !known.includes(name)) };
}
