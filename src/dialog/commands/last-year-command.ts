import type { Facts } from "#src/domain/facts.ts";
import { audienceOf, isStaff } from "../audience.ts";
import { readAsked, readAskedWithoutNames } from "../read-asked.ts";
import { aYearBefore } from "../topics/figure-shown.ts";
import { hearQuery } from "../topics/figures.ts";
import { ask, say } from "../turns.ts";
import type { Command } from "./command.ts";

const COMPARES =
  /^(?:那)?(?:跟|和|同|与|比|较)?(?:去年|上年|上一年)(?:的)?(?:同期|同时|这时候?)?(?:相?比|对比|比较)?(?:一下)?(?:呢|怎么样|咋样|如何|多少|怎样)?[?。!]*$/u;

/** True for a question about the last figure a year earlier, said in a few words. */
export const isAboutYearBefore = (line: string): boolean =>
  COMPARES.test(line) && /跟|和|同|与|比|较|呢/u.test(line);

/** Shows the last figure of the year before. */
export const yearBefore: Command = (dialog, _rest, _said, facts) => aYearBefore(dialog, facts);

const LAST_YEAR = "(?:去年|上年|上一年)的?(?:同期|同时|这时候?)?";
const BESIDE = new RegExp(
  `(?:比|较|对比)${LAST_YEAR}(?:相比|比较|起来|一下)?|(?:跟|和|同|与)${LAST_YEAR}(?<of>的?[^,。和跟与同比]{2,6}?)?的?(?:相?比|对比|比较)(?:起来|一下)?|同比(?:增[长加]|变化)?`,
  "u",
);
const MORE_OR_LESS =
  /(?:多少|几)[户次人件条场]?|(?:是|有没有|有)?(?:增[加长]|减少|上升|下降|变化|多|少|高|低)(?:得|了)?(?:还是|没有?|吗|大不大|大吗|如何|怎么样|多少[户次人件条场家]?|几[户次人件条场家]|(?:增[加长]|减少|上升|下降|多|少|高|低)了?)*|怎么样|如何|咋样|情况|[?。!了吗呢]/gu;
// 走访比去年多了5户, 运费比去年贵一百多: somebody tells, with an amount or a price.
const TELLS =
  /(?:[\d十百]|[一二两三四五六七八九](?!季))+(?:多)?(?:户|人|次|件|场|家|条|块|元|斤|成|倍|百|千)|贵|便宜|涨价|降价|价钱|收成/u;

/** True for a question that holds a figure against the year before: 三季度走访和去年同期比. */
export const isBesideLastYear = (line: string): boolean =>
  line.length <= 30 && BESIDE.test(line) && !TELLS.test(line) && !/[,。].*[,。]/u.test(line);

/** Shows the figure, which has the year before beside it; words that mean nothing here are named. */
export const besideLastYear: Command = (dialog, line, said, facts) => {
  if (facts.speaker.kind !== "member") return say(dialog, { kind: "help.menu", audience: audienceOf(facts) });
  const rest = line
    .replace(/^(?:统计|看看|查一?下)[\s:]*/u, "")
    .replace(BESIDE, " $<of> ")
    .replace(MORE_OR_LESS, " ")
    .replace(/[\s,]+/gu, " ")
    .trim();
  if (rest === "" || rest === "我" || rest === "我们")
    return dialog.figure === undefined
      ? say(dialog, { kind: "figures.nothing-shown", audience: audienceOf(facts) })
      : ask(dialog, { do: "figures.count", basis: dialog.figure });
  const isOwn = !isStaff(facts.speaker) || OWN.test(rest);
  const read = isOwn ? readAskedWithoutNames : readAsked;
  const { asked, unread } = read(parted(rest.replace(OWN, ""), facts), said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  const name = isOwn ? "my_reports" : "stats";
  return hearQuery(dialog, { ...asked, name }, { ...said, text: rest }, facts) ?? say(dialog);
};

const OWN = /^我(?!们?[镇区乡])的?/u;

// 羊昌镇三季度的走访: each word by itself, so that one that means nothing is named.
const parted = (words: string, { places }: Facts): string => {
  const place = places.filter((one) => words.includes(one)).sort((a, b) => b.length - a.length)[0];
  return (place === undefined ? words : words.replace(place, ` ${place} `))
    .replace(
      /(?:今年|本月|上个?月|这个月|[上下]半年|第?[一二三四1-4]季度|(?:1[0-2]|[1-9])月份?)的?/gu,
      " $& ",
    )
    .replace(/本[镇区乡]|全[镇区乡]|我们?[镇区乡]|的|(?<= |^)(?:都|总共|一共|数|户数|次数)(?= |$)/gu, " ");
};
