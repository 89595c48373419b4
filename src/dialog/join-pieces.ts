import type { Day } from "#src/domain/day.ts";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { Target } from "./several-targets.ts";

/** What is said of some calls: of those named, of so many, or of all but those. */
export type SaidPart = {
  readonly coming: boolean;
  readonly targets: readonly Target[];
  /** Of all, or of so many; without it of the targets alone. */
  readonly all?: true | number;
  /** But not of these. */
  readonly except?: readonly Target[];
  readonly reason?: LeaveReason;
  /** The words, for whoever decides on leave. */
  readonly words: string;
};

/** An answer before its reason is read; `apart`: its words are of it alone, and not of what stands before. */
export type Draft = Omit<SaidPart, "reason"> & { readonly apart?: true };

/** What one piece of a line says. */
export type Piece =
  | ({ readonly is: "answer" } & Draft)
  /** Calls without an answer; with the words beside them, where they are more than names: 18号我在娘家. */
  | { readonly is: "named"; readonly targets: readonly Target[]; readonly words: string }
  /** 除了16号的视察: what the next piece leaves out. */
  | { readonly is: "excepting"; readonly targets: readonly Target[] }
  | { readonly is: "words"; readonly words: string };

type Joined = {
  readonly parts: readonly Draft[];
  /** What was named and not answered yet, with what was said beside it. */
  readonly waiting: readonly Target[];
  readonly ground: string;
  readonly except: readonly Target[];
};

const NOTHING: Joined = { parts: [], waiting: [], ground: "", except: [] };

/** The answers that the pieces of a line make together; undefined where any of it stays without an answer. */
export function joinPieces(pieces: readonly (Piece | undefined)[]): readonly Draft[] | undefined {
  let joined: Joined | undefined = NOTHING;
  for (const piece of pieces) {
    joined = piece === undefined ? undefined : join(joined, piece);
    if (joined === undefined) return undefined;
  }
  const { parts, waiting, ground } = joined;
  const last = parts.at(-1);
  if (last === undefined || (waiting.length > 0 && ground !== "")) return undefined;
  return [...parts.slice(0, -1), { ...last, targets: [...last.targets, ...waiting] }];
}

function join(joined: Joined, piece: Piece): Joined | undefined {
  switch (piece.is) {
    case "excepting":
      return { ...joined, except: [...joined.except, ...piece.targets] };
    case "named":
      return name(joined, piece);
    case "words":
      return addWords(joined, piece.words);
    case "answer":
      return answer(joined, piece);
  }
}

function name(joined: Joined, { targets, words }: Extract<Piece, { is: "named" }>): Joined {
  const { parts, waiting, ground } = joined;
  const last = parts.at(-1);
  if (words !== "" && waiting.length === 0 && last?.coming === false && covers(last.targets, targets))
    return { ...joined, parts: [...parts.slice(0, -1), ...withGround(last, targets, words)] };
  return { ...joined, waiting: [...waiting, ...targets], ground: beside(ground, words) };
}

// 9号10号都来不成,10号在贵阳开会: why is said of the 10th, and not of the 9th.
function withGround(last: Draft, targets: readonly Target[], words: string): readonly Draft[] {
  const others = last.targets.filter((one) => !covers(targets, [one]));
  const meant = { ...last, words: beside(last.words, words) };
  return others.length === 0
    ? [meant]
    : [
        { ...last, targets: others },
        { ...meant, targets, apart: true },
      ];
}

function addWords(joined: Joined, words: string): Joined | undefined {
  const { parts, waiting, ground } = joined;
  const last = parts.at(-1);
  if (waiting.length > 0) return ground === "" ? undefined : { ...joined, ground: beside(ground, words) };
  if (last === undefined || last.coming) return undefined;
  return { ...joined, parts: [...parts.slice(0, -1), { ...last, words: beside(last.words, words) }] };
}

function answer(joined: Joined, piece: Extract<Piece, { is: "answer" }>): Joined | undefined {
  const { parts, waiting, ground, except } = joined;
  const last = parts.at(-1);
  if (piece.targets.length + waiting.length === 0 && piece.all === undefined)
    return last !== undefined && last.coming === piece.coming ? joined : undefined;
  // What was said beside a day tells why somebody stays away from it, and of no other.
  const isOfWaiting = piece.targets.length === 0 || covers(piece.targets, waiting);
  if (ground !== "" && (piece.coming || !isOfWaiting)) return undefined;
  const { is: _, ...said } = piece;
  const targets = [...waiting, ...piece.targets];
  const spans = targets.filter((one) => one.until !== undefined);
  const part: Draft = {
    ...said,
    targets: targets.filter((one) => one.until !== undefined || !covers(spans, [one])),
    words: beside(ground, piece.words),
    ...(except.length === 0 ? {} : { except: [...except, ...(piece.except ?? [])] }),
  };
  return { parts: [...parts, part], waiting: [], ground: "", except: [] };
}

const beside = (some: string, more: string): string => [some, more].filter((one) => one !== "").join(",");

const covers = (some: readonly Target[], others: readonly Target[]): boolean =>
  others.every((other) => some.some((one) => isWithin(other, one)));

const isWithin = (inner: Target, outer: Target): boolean =>
  inner.number !== undefined || outer.number !== undefined
    ? inner.number === outer.number
    : within(inner.on, outer) && within(inner.until ?? inner.on, outer);

const within = (day: Day | undefined, { on, until = on }: Target): boolean =>
  day !== undefined && on !== undefined && until !== undefined && on <= day && day <= until;
