import type { Facts } from "#src/domain/facts.ts";
import { toOpinion } from "#src/understanding/opinions.ts";
import { complains } from "#src/understanding/problems.ts";
import { shortKind } from "../asked-kinds.ts";
import type { ReportCard } from "../dialog.ts";
import { nthNamed } from "../nth-named.ts";

const MARKS = "①②③④⑤⑥⑦⑧";
const NTH = `(?:第\\s?[\\d一二三四五六七八九十]{1,2}\\s?[条个次份项]|[${MARKS}]|[^,。;?第]{2,8}?[那这]一?[条个次])`;
const DROPS =
  "(?:不要|莫要|不用|不记|别记|莫记|不算|不报|删(?:掉|除|了)?|去掉|划掉|撤(?:掉|销|回|了)|作废|取消)";
const OFF = new RegExp(
  `^(?:(?:把|将|请|麻烦|帮我|,|\\s)*(?<one>${NTH})[,\\s]*(?:那|这)?[条个]?(?:给我|就|先|都|请|也)*${DROPS}(?:掉|了|吧|它|记|嘛)*|(?:请|麻烦|帮我)*${DROPS}(?:掉)?(?<other>${NTH}))[。!]*$`,
  "u",
);

/** The card without the one of its things that words take off it: 第二条不要, 去掉②. Undefined for all else. */
export function withoutNamed(card: ReportCard, text: string): ReportCard | undefined {
  const count = card.reports.length + card.opinions.length;
  const found = count < 2 ? undefined : OFF.exec(text.trim().replaceAll("，", ","))?.groups;
  const named = found?.["one"] ?? found?.["other"];
  const item = named === undefined ? undefined : itemOf(card, named);
  return item === undefined || item < 0 || item >= count ? undefined : withoutItem(card, item);
}

function itemOf({ reports }: ReportCard, named: string): number | undefined {
  const mark = MARKS.indexOf(named);
  if (mark >= 0) return mark;
  const nth = nthNamed(named);
  if (nth !== undefined) return nth - 1;
  const kind = shortKind(named);
  const items = reports.flatMap((one, at) => (kind !== undefined && one.kind === kind ? [at] : []));
  return items.length === 1 ? items[0] : undefined;
}

/** The card without one of its things; records count first, then opinions. */
export function withoutItem(card: ReportCard, gone: number): ReportCard {
  const { reports, opinions, questions } = card;
  return {
    ...card,
    reports: reports.filter((_, item) => item !== gone),
    opinions: opinions.filter((_, item) => item + reports.length !== gone),
    questions: questions
      .filter(({ item }) => item !== gone)
      .map((one) => (one.item > gone ? { ...one, item: one.item - 1 } : one)),
  };
}

// 再加一条意见:他家门口路灯也不亮; 另外还有一个问题,村口的路烂了.
const ANOTHER =
  /^(?:另外?|再|还|补充?|顺便|也|帮我|请|就是|,|\s)*(?:加|有|记|补|提|反映)?(?:上|一下)?一?(?:条|个|件)(?:群众|选民|村民|居民)?的?(?:意见|问题|反映|诉求)[,:\s]*(?:是|就是|说)?[,:\s]*(?<matter>.{4,})$/u;

/** The card with one more opinion that words bring to it; its questions stay. Undefined for all else. */
export function withOpinion(card: ReportCard, text: string, { places }: Facts): ReportCard | undefined {
  const matter = ANOTHER.exec(text.normalize("NFKC").trim())?.groups?.["matter"] ?? "";
  return complains(matter) ? { ...card, opinions: [...card.opinions, toOpinion(matter, places)] } : undefined;
}
