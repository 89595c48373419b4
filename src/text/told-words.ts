import type { ToldReport } from "#src/domain/draft.ts";
import { amounts } from "./figure-words.ts";
import { day } from "./format.ts";

/** A report as it is told, its place perhaps not known. */
export type Told = Omit<ToldReport, "place"> & { readonly place?: string | null };

/** When, where, how much and with whom, without what it was; `kind` stands between place and amounts where it is given. */
export function toldWords(
  { date, place, counts = {}, with: companions = [] }: Omit<Told, "kind">,
  kind = "",
): string {
  const together = companions.length === 0 ? "" : `同行:${companions.join("、")}`;
  const parts = [day(date), place ?? "", kind, amounts(counts), together];
  return parts.filter((part) => part !== "").join(" ");
}
