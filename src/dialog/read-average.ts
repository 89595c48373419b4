import type { AverageOver } from "#src/domain/figures/average.ts";

/** The average that words ask for, in these words; `over` is undefined where they do not say of what. */
export type AskedAverage = { readonly words: string; readonly over?: AverageOver };

const EACH = "[每一][个位名]?";
const WAYS = [
  ["activity", `平均${EACH}次|每次(?:[^,。]{0,8}?)平均|次均`],
  ["month", `平均${EACH}月|每个?月平均|月均`],
  ["deputy", `平均${EACH}(?:人大)?(?:代表|人)|${EACH}(?:人大)?(?:代表|人)平均|人均|(?:人大)?代表们?平均`],
] as const;

/** Reads 平均每位代表, 人均, 每次平均; undefined where no average is asked for, or how often something comes. */
export function readAverage(text: string): AskedAverage | undefined {
  if (/多久|多长时间|平均分/u.test(text)) return undefined;
  for (const [over, source] of WAYS) {
    const words = new RegExp(source, "u").exec(text)?.[0];
    if (words !== undefined) return { words, over };
  }
  return text.includes("平均") ? { words: "平均" } : undefined;
}
