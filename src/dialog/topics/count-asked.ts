import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { type Cut, CUTS, type FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { findCut, findSecondCut } from "#src/understanding/find-cut.ts";
import { askedKinds, shortKind } from "../asked-kinds.ts";
import { findTowns } from "../asked-towns.ts";
import { isStaff } from "../audience.ts";
import type { AskedMeasures, OtherMeasure } from "../asked-measures.ts";
import { type Asked, basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import type { Reply } from "#src/text/reply.ts";
import { filingAsked } from "../filing-asked.ts";
import { periodWords } from "../period-words.ts";
import { comparesTownships } from "../ranks.ts";
import { ask, say } from "../turns.ts";

/** Asks for a figure, divided as the words say: the total, and below it its parts; of several kinds each by itself. */
export function countAsked(dialog: Dialog, query: Asked, text: string, facts: Facts): Turn {
  const kinds = askedKinds(text);
  // 代表小组今年走访几户 is of visits: the group is who made them.
  const kind =
    query.kind === "group_activity" ? (shortKind(text) ?? query.kind) : (query.kind ?? shortKind(text));
  const basis = basisOf({ ...query, ...(kind === undefined ? {} : { kind }) }, facts);
  const part = basis.org === undefined ? PARTS.find(([, named]) => named.test(text))?.[0] : undefined;
  const towns = basis.org === undefined && basis.orgs === undefined ? findTowns(text) : undefined;
  const ofTownships = comparesTownships(text) || towns !== undefined ? ("township" as const) : undefined;
  const by =
    findCut(text)?.by ?? besideEachOther(basis) ?? part ?? ofTownships ?? whoseOf(basis, text, facts);
  const period = periodWords(text, facts.today);
  if (kinds.length > 1) return countKinds(dialog, basis, { kinds, others: [] }, { by, period });
  const asked = ask(
    dialog,
    by === undefined
      ? { do: "figures.count", basis, ...filingAsked(text, basis) }
      : {
          do: "figures.cut",
          basis,
          by,
          page: 1,
          whole: true,
          ...(by === "township" && towns?.count !== undefined ? { towns: towns.count } : {}),
        },
  );
  const second = findSecondCut(text)?.text;
  return second === undefined ? asked : { ...asked, replies: [{ kind: "figures.unused", what: second }] };
}

// 11月走访的是哪些人: by name, in the order of the roster.
const whoseOf = (basis: FigureBasis, text: string, { speaker }: Facts): Cut | undefined =>
  isStaff(speaker) && basis.person === undefined && WHO.test(text) ? "deputy" : undefined;
const WHO = /(?<![了过访待跟和])(?:谁(?!家)|哪些(?:代表|人(?!家))|哪几[个位](?:代表|人))/u;

// 联络站今年接待多少人, 代表小组今年走访几户 name no one of them.
const PARTS = [
  ["station", /^(?:统计\s*)?(?:全区|我们区)?(?:的)?(?:人大)?(?:代表)?联络站/u],
  [
    "group",
    /^(?:统计\s*)?(?:全区|我们区)?(?:的)?(?:人大)?代表小组(?!活动|学习|开|搞|组织)(?=[^,]*(?:走访|接待|慰问|调研|视察|调解|值班))/u,
  ],
] as const satisfies readonly (readonly [Cut, RegExp])[];

// 羊昌镇和东风镇哪个多: each has its line.
const besideEachOther = ({ orgs = [] }: FigureBasis): Cut | undefined =>
  ENDS.find(([, ends]) => orgs.length > 1 && orgs.every((name) => ends.test(name)))?.[0];

const ENDS: readonly (readonly [Cut, RegExp])[] = [
  ["township", /(?:镇|乡|街道)$/u],
  ["group", /小组$/u],
  ["station", /站$/u],
];

/** Asks for several things at once, each in a line of its own; what is counted elsewhere is said to be asked for by itself. */
export function countMeasures(
  dialog: Dialog,
  query: Asked,
  measures: AskedMeasures,
  { text, own }: { readonly text: string; readonly own: boolean },
  facts: Facts,
): Turn {
  const basis = { ...basisOf(query, facts), ...(own ? { own: true as const } : {}) };
  return countKinds(dialog, basis, measures, {
    by: findCut(text)?.by,
    period: periodWords(text, facts.today),
  });
}

// 走访和接待: one line for each.
function countKinds(
  dialog: Dialog,
  basis: FigureBasis,
  { kinds, total, opinions, others }: AskedMeasures,
  { by, period }: { readonly by: Cut | undefined; readonly period: readonly string[] },
): Turn {
  const { kind: _, ...all } = basis;
  const whose = basis.org ?? basis.orgs?.join("和") ?? basis.person;
  const words = [whose, ...period, by === undefined ? undefined : `按${CUTS[by]}`]
    .filter((one) => one !== undefined)
    .join(" ");
  if (by !== undefined && by !== "kind")
    return say(dialog, {
      kind: "figures.apart",
      of: "kinds",
      alone: kinds.map((kind) => `统计 ${DUTY_KINDS[kind].name} ${words}`),
    });
  const asked = ask(dialog, {
    do: "figures.cut",
    basis: all,
    by: "kind",
    page: 1,
    kinds,
    ...(total === undefined ? {} : { whole: total }),
    ...(opinions === undefined ? {} : { opinions }),
  });
  return { ...asked, replies: others.map((one) => apartFrom(one, basis)) };
}

const apartFrom = (one: OtherMeasure, { own }: FigureBasis): Reply =>
  one.of === "attendance"
    ? { kind: "figures.apart", of: "attendance", alone: [own === true ? "我的出勤" : "缺席 今年"] }
    : { kind: "figures.not-heeded", what: one.words };
