import type { CardField } from "#src/domain/requests/report.ts";
import { withoutStop } from "./words.ts";

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
/** What somebody wants to change without saying what it should be: 改人数, 地点不对; undefined for all else. */
export function unsaidField(text: string): CardField | undefined {
  const line = withoutStop(text);
  const { before, after } = NAMED.exec(line)?.groups ?? {};
  const named = before ?? after;
  return named === undefined ? undefined : FIELDS.find(([, pattern]) => pattern.test(named))?.[0];
}
