import type { LocalNames } from "#src/domain/local-names.ts";

const PLACE = /\u3014(区|镇|另一镇|村)\u3015/gu;

/** What is said, with the district's own names in its examples: 统计 〔镇〕 走访 names its township. */
export const local = (text: string, names: LocalNames): string =>
  text.replace(PLACE, (mark, of: string) => NAMED[of]?.(names) ?? mark);

const NAMED: Readonly<Record<string, (names: LocalNames) => string>> = {
  区: (names) => names.district,
  镇: (names) => names.township,
  另一镇: (names) => names.other_township,
  村: (names) => names.village,
};
