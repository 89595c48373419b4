import { readFileSync } from "node:fs";
import { isOpinionCategory, type OpinionCategory } from "#src/domain/opinion-category.ts";

// category, then its words with weights: what residents say about such things.
const LEXICON: readonly (readonly [OpinionCategory, readonly (readonly [string, number])[]])[] = readFileSync(
  new URL("./words/categories.tsv", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [category = "", words = ""] = line.split("\t");
    const weighted = [...words.matchAll(/(\S+?) ?(\d)(?= |$)/gu)].map(
      ([, word = "", weight = "1"]) => [word, Number(weight)] as const,
    );
    return isOpinionCategory(category) ? [[category, weighted] as const] : [];
  });

/** What a text is about: categories with any ground, best first, and how sure the first one is (0 to 1). */
export type Ranked = {
  readonly category: OpinionCategory;
  readonly ranked: readonly OpinionCategory[];
  readonly confidence: number;
};

/** Ranks the categories of an opinion by its words. Nothing known gives `other` with no confidence. */
export function rankCategories(text: string): Ranked {
  const scores = LEXICON.map(([category, words]) => ({ category, score: scoreOf(text, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined) return { category: "other", ranked: ["other"], confidence: 0 };
  const confidence = first.score / (first.score + (second?.score ?? 0) + 1);
  return { category: first.category, ranked: scores.map(({ category }) => category), confidence };
}

// A longer word that contains a shorter one counts alone: 消防通道, not 消防 as well.
function scoreOf(text: string, words: readonly (readonly [string, number])[]): number {
  const hits = words.filter(([word]) => text.includes(word));
  return hits
    .filter(([word]) => !hits.some(([other]) => other !== word && other.includes(word)))
    .reduce((sum, [, weight]) => sum + weight, 0);
}

const URGENT =
  /太危险|很危险|十分危险|非常危险|危险得很|有危险|要出人命|出人命|随时(?:会|可能)|(?:要|快要|快)(?:垮|塌|倒)|垮塌|坍塌|倒塌|塌方|滑坡|落石|漏电|触电|起火|着火|火灾|爆炸|燃气泄漏|煤气泄漏|漏气|被困|淹了|被淹|溺水|断裂|(?:摔伤|砸伤|砸到|撞伤|咬伤|受伤|死了?人|伤人)|堵路|拉横幅|上访|集体.{0,4}(?:去|到).{0,4}(?:区|市|省)|堵死|闹事|讨说法|(?:停|断|没得?有?)(?:水|电|气).{0,4}(?:[两二三四五六七八九十]|[2-9]|\d\d|好几|几)(?:来)?天|(?:[两二三四五六七八九十]|[2-9]|\d\d|好几|几)天(?:了)?.{0,4}(?:没|停|断)(?:得|有|了)?(?:水|电|气)/u;

/** True when people are in danger, supply is cut for more than a day, or the matter is about to escalate. */
export const isUrgent = (text: string): boolean =>
  URGENT.test(text) && !/解决了|修好了|处理好了|已经恢复/u.test(text);

const COMPLAINT =
  /反映|意见|投诉|希望|建议|能不能|可不可以|要求|盼|请.{0,6}(?:帮|解决|处理|协调)|没(?:有)?人(?:管|理|修|清|通知|来|知道)|不亮|坏了|烂|堵|太|不通|没硬化|走不了|断了|停水|停电|脏|臭|吵|漏|塌|垮|涨|贵|偏高|欠|拖欠|不敢|没得|没有|差得很|差|难|危险|隐患|不作为|推诿|互相推|不给|不发|不让|不准|问题|跑路|骗|质量|不够|少|缺|老是|经常|总是|一直|乱|浑|不方便|恼火|摔倒|太早|太晚|不安全|烧死|淹|扰民|超标|占用|占道|积水|破损|年久失修|不合理|没着落/u;

/** True when a stretch of text complains, asks for something, or passes on what people say. */
export const isComplaint = (text: string): boolean => COMPLAINT.test(text);
