import type { ReportDraft } from "#src/domain/draft.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import type { Facts } from "#src/domain/facts.ts";
import { shortKind } from "./asked-kinds.ts";
import type { ReportCard } from "./dialog.ts";
import { findNamedRecord } from "./named-record.ts";
import { nthNamed } from "./nth-named.ts";

/** Which item of a card words name before they say what it is to be, and those; no item where none of it is meant. */
export type ItemNamed = { readonly item?: number; readonly rest: string };

const MARKS = "①②③④⑤⑥⑦⑧";
const MARKED = new RegExp(`^[改把将]?(?<mark>[${MARKS}])(?:这|那)?[条个]?[,\\uff0c\\s]*(?<rest>.+)$`, "u");
const NTH = /^[改把将]?(?<nth>第[\d一二三四五六七八九十]{1,2}[条个])[,\s]+(?<rest>.+)$/u;

/** ②改时间 昨天, 第二条是6人, 接待那条改成7人: of a card of several things the one that is named; undefined where none is. */
export function findItemNamed(
  { reports, opinions }: ReportCard,
  text: string,
  facts: Facts,
): ItemNamed | undefined {
  const count = reports.length + opinions.length;
  if (count < 2) return undefined;
  const { mark = "", rest = "" } = MARKED.exec(text.trim())?.groups ?? {};
  if (mark !== "") return at(MARKS.indexOf(mark), count, rest);
  const { nth, rest: behind = "" } = NTH.exec(text.normalize("NFKC").trim())?.groups ?? {};
  if (nth !== undefined) return at((nthNamed(nth) ?? 0) - 1, count, behind);
  const named = findNamedRecord(text, facts);
  if (named?.nth !== undefined) return at(named.nth - 1, count, named.rest);
  if (named?.like === undefined) return undefined;
  const short = shortKind(WHICH.exec(text)?.[0] ?? "");
  const like = short === undefined ? named.like : { kind: short, ...named.like };
  const items = reports.flatMap((one, item) => (isLike(one, like) ? [item] : []));
  // One of several that it fits is meant, and which is not known.
  return items.length === 0
    ? undefined
    : { ...(items.length === 1 ? { item: items[0] ?? 0 } : {}), rest: named.rest };
}

// 接待那条: a kind is called for short here.
const WHICH = /^[^,。\uff0c]{1,12}?(?=[那这]一?[条次个])/u;

const at = (item: number, count: number, rest: string): ItemNamed =>
  item >= 0 && item < count ? { item, rest } : { rest };

function isLike({ kind, date, end, place }: ReportDraft, like: FilingLike): boolean {
  const { from, to = from } = like;
  if (from === undefined && like.kind === undefined && like.place === undefined) return false;
  return (
    (from === undefined || to === undefined || (date <= to && (end ?? date) >= from)) &&
    (like.kind === undefined || kind === like.kind) &&
    (like.place === undefined || place?.includes(like.place) === true)
  );
}
