import { type CountUnit, isCountUnit } from "#src/domain/count-unit.ts";
import type { Change } from "#src/domain/requests/amendment.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { fieldNamed } from "#src/understanding/correction-fields.ts";

const NAME = "(?:[^\\s,。\\d]{0,4}?(?:数量?|人次|人员|里程|面积|金额|时长|数字))";
const AMOUNT =
  "(?:\\d[\\d.]{0,7}|[一二两三四五六七八九十百千]{1,7})(?:人次|万元|公里|小时|[个名位]人|[人户家处件条起次场天篇元亩盏名位个])";
const OFF =
  "(?:去掉|去了|删掉|删除|删去|删了|拿掉|划掉|抹掉|取消|不(?:要|用)?(?:写|填|记|报|算|统计)(?:了|它)?|不要(?:了|它)?)";
const POLITE = "(?:请|麻烦|帮我|你|给我|再|还是|直接|先|就|那个|上面的?|里面?的?|写的)*";
// 去掉户数, 户数去掉, 别写数量了, 数量不要写: the field by its name.
const NAMED = new RegExp(
  `^${POLITE}(?:[把将]?(?<after>${NAME}|${AMOUNT})(?:那个|那项|一项|这项|也|都|就)*${OFF}|(?:去掉|删掉|删除|删去|拿掉|划掉|取消|不要|不用|[别莫](?:再)?)(?:写|填|记|报|算|统计)?(?<before>${NAME}|${AMOUNT}))(?:了|吧|哈|啊|嘛|掉)*$`,
  "u",
);
// 没有1130人(,去掉): what is written and never was.
const NONE = new RegExp(
  `^${POLITE}(?:根本|其实|并|都)*(?:没得|没有|没|哪(?:里|来)?的?有?|不存在)(?:什么|那个|这个|啥子?)?(?<none>${AMOUNT})(?:的|啊|嘛|这(?:回|个)事)*(?:[,\\s]*(?:请|把它|麻烦|就)*${OFF}(?:了|吧|哈|掉)*)?$`,
  "u",
);
// 写的1次不对,去掉: what is written is wrong, and goes.
const WRONG = new RegExp(
  `^${POLITE}(?:[写记报填登]的?)?(?<wrong>${AMOUNT})(?:是)?(?:不对|不准|错了?的?|[写记报填]错了?|多余的?|没有的)[,\\s]*(?:请|把它|就|麻烦|给我|帮我)*${OFF}(?:了|吧|哈|掉)*$`,
  "u",
);
// 12户,不是人: that what is counted is another thing.
const NOT_THESE = /^(?:[而并就])?不是(?<unit>人次|公里|小时|[人户家处件条起次场天篇元亩盏])(?:数)?$/u;

/** What was counted and is to be taken out of a record again: 去掉户数, 没有1130人, 别写数量了; undefined for all else. */
export function uncountedIn(text: string): Extract<Change, { field: "uncounted" }> | undefined {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[\s.!。]+$/gu, "");
  if (line.length > 24) return undefined;
  const groups = (NAMED.exec(line) ?? NONE.exec(line) ?? WRONG.exec(line) ?? NOT_THESE.exec(line))?.groups;
  if (groups === undefined) return undefined;
  const { after, before, none, wrong, unit } = groups;
  const value = unit === undefined ? unitOf(after ?? before ?? none ?? wrong ?? "") : unitOf(`3${unit}`);
  return value === undefined ? undefined : { field: "uncounted", value };
}

function unitOf(words: string): CountUnit | "all" | undefined {
  const [counted] = Object.keys(findCounts(words).counts);
  if (counted !== undefined && isCountUnit(counted)) return counted;
  const field = fieldNamed(words);
  if (field !== undefined && isCountUnit(field)) return field;
  return /^(?:这?些?|那?些?|所有的?|全部的?)(?:数量?|数字)$/u.test(words) ? "all" : undefined;
}
