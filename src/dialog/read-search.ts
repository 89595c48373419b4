import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { askedPlaces } from "./asked-places.ts";
import { type OpinionKind, readOpinionKind } from "./read-opinion-kind.ts";

/** What is looked for among the opinions: a word that stands in them, or a kind of them; and from when to when. */
export type Search = {
  readonly word?: string;
  readonly which: OpinionKind;
  readonly from?: string;
  readonly to?: string;
};

const WHO = "(?:群众|居民|村民|选民|老百姓|老乡|住户|业主|代表|人家|人|谁)";
const SAYS = "(?:反映|反应|提到|提及|说到|讲到|投诉|提|说|讲)(?:了|过|到|起|的是)?(?:关于|有关)?";
const VOICES = "(?:群众|居民|村民|选民)?(?:意见|诉求)";
const ABOUT = "(?:关于|有关|涉及|提到|提及|提过|说到|讲到|反映)(?:了|过|到)?";
const ANY = "(?:有没有|有无|可有|是不是有|是否有|有没)(?:什么|哪些|哪个|一些)?";
const WHICH = "(?:有)?(?:哪些|哪几[条个]|哪条|什么|多少|几)[条个位名]?";
const LEFT = "(?:吗|么|没有?|没得)";
const WHAT = "(?<what>[^,。]{1,16}?)";

// A statement tells of a matter (有人反映路灯不亮); each of these asks.
const ASKS: readonly RegExp[] = [
  `${ANY}(?:${WHO}|${VOICES})(?:来|跟我们|向我们)?(?:${SAYS}|${ABOUT})${WHAT}(?:吗)?`,
  `有(?:什么|哪个)?(?:${WHO}|${VOICES})(?:来)?(?:${SAYS}|${ABOUT})${WHAT}${LEFT}`,
  `${WHICH}(?:${VOICES})(?:是|里)?(?:${ABOUT}|${SAYS})${WHAT}`,
  `${WHICH}${WHO}(?:来)?${SAYS}${WHAT}`,
  `${ABOUT}${WHAT}的${VOICES}(?:都|一共|总共|还)*(?:${WHICH}|${LEFT}|有${LEFT}|情况|列一?下|列出来)?`,
  `(?:查一?下|找一?下|搜一?下|查找|搜索|查|找|搜)(?:${ABOUT})?${WHAT}的?${VOICES}`,
  `${WHAT}(?:有没有|有无|可有|有)${WHO}(?:来)?(?:反映|反应|提|说|讲|投诉)(?:过|了|到)?${LEFT}?`,
].map((one) => new RegExp(`^${one}$`, "u"));

const FRAME =
  /^(?:请问|请|帮我|帮忙|麻烦|看一?下|看看|想(?:问|知道)(?:一下)?|问一?下|最近|近来|近期|近段时间|这段时间|这阵子?|以来|目前|现在|全?[区镇乡市县]|我们?(?:街道)?|本镇|本区|里|的|,)+/u;
const TAIL = /(?:的|方面|这块|这类|问题|事情?|情况|意见|诉求|吗|么|呢|啊|呀|了|过)+$/u;
// 路灯不亮 is looked for as 路灯: nobody says it in the same words.
const SAID_OF_IT = /(?:总是|经常|老是|一直|又)?(?:不|没|坏|太|难|停|漏|堵|乱|很|有点|多|少|贵|脏|臭|差).*$/u;
const GENERIC = /^(?:什么|啥|问题|意见|诉求|建议|困难|事|情况|哪些|这个|那个|它|我|你|上来|东西)?$/u;

/** 有没有人反映路灯, 哪些意见提到公交: what is looked for among the opinions; undefined where nothing is. */
export function readSearch(text: string, facts: Facts): Search | undefined {
  const line = text.normalize("NFKC").replace(/[\s.!?。]+/gu, "");
  if (line.length > 40) return undefined;
  const [period] = findDates(line, { today: facts.today, prefer: "past" });
  const known = [...askedPlaces(line, facts), ...(period === undefined ? [] : [period.text])];
  const bare = known.reduce((rest, one) => rest.replace(one, ""), line).replace(FRAME, "");
  const said = ASKS.map((one) => one.exec(bare)?.groups?.["what"]).find((one) => one !== undefined);
  if (said === undefined) return undefined;
  const { which, about } = readOpinionKind(said.replace(TAIL, ""));
  const word = shortOf(about.replace(TAIL, "").replace(/^(?:关于|有关|过|了)/u, ""));
  if (GENERIC.test(word) && Object.keys(which).length === 0) return undefined;
  return {
    which,
    ...(GENERIC.test(word) ? {} : { word }),
    ...(period === undefined ? {} : { from: period.start, to: period.end }),
  };
}

function shortOf(words: string): string {
  const noun = words.replace(SAID_OF_IT, "").replace(TAIL, "");
  return noun.length >= 2 ? noun : words;
}
