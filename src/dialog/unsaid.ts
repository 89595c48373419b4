import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { CardField } from "#src/domain/requests/report.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findNames } from "#src/understanding/names.ts";

const FIELDS: readonly (readonly [CardField, RegExp])[] = [
  ["count", /^(?:数量|人数|户数|次数|件数)$/u],
  ["date", /^(?:时间|日期|日子)$/u],
  ["place", /^(?:地点|地方|位置)$/u],
  ["with", /^(?:同行(?:代表|人员|的人?)?|同去的?)$/u],
  ["kind", /^(?:类型|类别|种类)$/u],
  ["text", /^内容$/u],
];
const NAMED =
  /^(?:(?:我要|我想|请|帮我)?(?:改|更正|修改|换|删掉?|删除|去掉)(?:一?下|个)?(?<before>[^\s,]{2,4}?)(?:一?下|吧)?|(?<after>[^\s,]{2,4}?)(?:写|说|报|填|记|搞|弄)?(?:错了?|不对|有误|有问题))$/u;
const TOO = /^[\s、,和跟与还有]*(?:代表)?(?:[他她]们?)?(?:也|都|一起|一道)+(?:去|来|在|参加)(?:了|的)?$/u;
const NOT_THERE =
  /^(?:把|将)?[\s、,和跟与]*(?:代表)?(?:没(?:有)?(?:去|来|在|参加)|不在)(?:的|场)?$|^(?:把|将|去掉|删掉|删除|不要)[\s、,和跟与]*(?:代表)?(?:去掉|删掉|删除|划掉|拿掉)?(?:了|吧)?$|^同[行去](?:的|代表|里)*(?:没有|没得|去掉|删掉|不包括|不含)$/u;
const MISTAKEN =
  /^(?:不对|不是|错了|(?:我)?[弄搞记说写报]错了)[,\s]+|[,\s]+(?:是)?(?:我)?[弄搞记说写报]错了$/gu;

// 补充:还有韦国良 says no more than 还有韦国良.
const ADDS = /^(?:(?:再|要|想)?补充?(?:一?[下点条个])?|补报)[\s,:]*(?=[\u4e00-\u9fff])/u;
const AND = /^(?:还有|同去的?还有|同行的?还有|和|跟|与|[\s、,]|代表|一起)+$/u;

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(ADDS, "")
    .replace(/[.!\u3002]+$/u, "");

/** What somebody wants to change without saying what it should be: 改人数, 地点不对; undefined for all else. */
export function unsaidField(text: string): CardField | undefined {
  const line = plain(text);
  const { before, after } = NAMED.exec(line)?.groups ?? {};
  const named = before ?? after;
  return named === undefined ? undefined : FIELDS.find(([, pattern]) => pattern.test(named))?.[0];
}

/** 不对,陈建国没去: a companion who was not there after all; undefined for all else. */
export function takenOff(text: string, { people }: Facts): Amendment | undefined {
  const line = plain(text).replace(MISTAKEN, "");
  return isOf(line, NOT_THERE, people)
    ? { field: "with", value: findNames(line, people).join("、"), less: true }
    : undefined;
}

/** 韦国良也去了: a companion who was left out; undefined for all else. */
export function leftOut(text: string, { people }: Facts): Amendment | undefined {
  const line = plain(text);
  const isAdded = ADDS.test(text.normalize("NFKC").trim()) && isOf(line, AND, people);
  return isAdded || isOf(line, TOO, people)
    ? { field: "with", value: findNames(line, people).join("、"), more: true }
    : undefined;
}

// Nothing but names and what is said of them.
function isOf(line: string, said: RegExp, people: Facts["people"]): boolean {
  const names = line.length > 30 ? [] : findNames(line, people);
  return names.length > 0 && said.test(names.reduce((rest, name) => rest.replace(name, ""), line));
}
