import { DUTY_KINDS, type DutyKind } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { type Cut, CUTS, type FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import type { Query } from "#src/understanding/understanding.ts";
import { askedKinds, shortKind } from "../asked-kinds.ts";
import { basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask, say } from "../turns.ts";

/** Asks for a figure, divided as the words say: the total, and below it its parts; of several kinds each by itself. */
export function countAsked(dialog: Dialog, query: Query, text: string, facts: Facts): Turn {
  const among = severalPlaces(text, facts);
  const kinds = askedKinds(text);
  const { org: _, ...rest } = query;
  const kind = query.kind ?? shortKind(text);
  const basis = basisOf(
    { ...(among === undefined ? query : rest), ...(kind === undefined ? {} : { kind }) },
    facts,
  );
  const by = among === undefined ? findCut(text)?.by : "township";
  if (kinds.length > 1) return countKinds(dialog, basis, kinds, by);
  return ask(
    dialog,
    by === undefined
      ? { do: "figures.count", basis }
      : { do: "figures.cut", basis, by, page: 1, whole: true, ...(among === undefined ? {} : { among }) },
  );
}

// 走访和接待: one line for each.
function countKinds(
  dialog: Dialog,
  basis: FigureBasis,
  kinds: readonly DutyKind[],
  by: Cut | undefined,
): Turn {
  const { kind: _, ...all } = basis;
  if (by === undefined || by === "kind")
    return ask(dialog, { do: "figures.cut", basis: all, by: "kind", page: 1, kinds });
  const words = [basis.org, `按${CUTS[by]}`].filter((one) => one !== undefined).join(" ");
  const alone = kinds.map((kind) => `统计 ${DUTY_KINDS[kind].name} ${words}`);
  return say(dialog, { kind: "figures.apart", of: "kinds", alone });
}

// 羊昌镇和东风镇哪个多: a figure of one of them would answer another question.
function severalPlaces(text: string, { places }: Facts): readonly string[] | undefined {
  const known = places.filter((one) => text.includes(one) && /(?:镇|乡|街道)$/u.test(one));
  const joined = Object.values(JOINED_TOWNS.exec(text.normalize("NFKC"))?.groups ?? {});
  const others = joined.filter((one) => !known.some((town) => one.endsWith(town)));
  const named = [...known, ...others];
  return named.length > 1 ? named : undefined;
}

const JOINED_TOWNS =
  /(?<one>[一-鿿]{1,5}?(?<!本|全|各)(?:镇|乡|街道))(?:和|与|跟|同|、|,)(?<other>[一-鿿]{1,5}?(?:镇|乡|街道))/u;
