import type { Facts } from "#src/domain/facts.ts";
import type { RecordMark } from "#src/domain/figures/record-mark.ts";
import { isStaff } from "../audience.ts";
import { basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { readParts } from "../read-parts.ts";
import { ask } from "../turns.ts";
import type { Said } from "./report.ts";

const MANY = "(?:哪些|哪几[条次个]?|多少条?|几条|几次)";
const NOT_YET = "(?:还|都)*(?:没有?|未|待)(?:被|得到)?";
const DONE = "(?:已经?|都|全部?)*(?:被)?";
const VERIFIED = "(?:核实|审核|核)(?:好|完|通过|过)?";
// 我报的哪些已经核实了, 还没核实的有几条, 11月30号那条核实了没有.
const ASKED: readonly (readonly [RecordMark | undefined, RegExp])[] = [
  [
    "unverified",
    new RegExp(
      `${MANY}${NOT_YET}${VERIFIED}的?$|${NOT_YET}${VERIFIED}(?:了)?的(?:还)?(?:有|是)?${MANY}$`,
      "u",
    ),
  ],
  ["verified", new RegExp(`${MANY}${DONE}${VERIFIED}了?的?$|${DONE}${VERIFIED}了?的(?:有|是)?${MANY}$`, "u")],
  [
    undefined,
    new RegExp(
      `(?:那一?[条次个]|这一?[条次个])?(?:有没有|是不是|${DONE})(?:被)?${VERIFIED}(?:了)?(?:没有?|吗|么|不)?$`,
      "u",
    ),
  ],
];
const ASKS = /没有?$|吗$|么$|不$|哪|几|多少|有没有|是不是/u;
const PICTURES =
  /^我?(?:今年|本月|传|发|交|上传)*(?:的|过的|了的)?(?:现场)?(?:照片|图片|附件|文件)(?:一共|总共|现在|都|共)*(?:有)?(?:多少|几)[张个份幅]?$|^我(?:一共|总共|今年|都)*(?:传|发|交|上传)[了过]?(?:多少|几)[张个份幅](?:照片|图片|附件|文件)$/u;
// 镇里退回来啥子, 退回来的是哪条, 退了我哪几条. 被退回的有哪些 is what a button says, and a figure.
const RETURNED =
  /^(?!被退回的有哪些$)(?:镇里|镇上|工作人员|你们?|他们)?(?:把|给)?(?:我的?)?(?:记录|履职)?(?:被)?(?:退|打)(?:回|了)(?:来|给我|我)?(?:了|的)*(?:是|有)?(?:什么|啥子?|哪样|哪些|哪(?:几|一)?[条次个]|哪几个)(?:东西|记录)?$/u;
/** A question of this kind is short. */
const LONGEST = 26;

/**
 * What a deputy asks of the own records and whether staff have verified them, or which have photos: the list of them,
 * each with how it stands. Undefined for all else, and for whoever has no records of his own.
 */
export function hearOwnStates(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { speaker } = facts;
  const line = said.text.normalize("NFKC").replace(/[\s,.!?\u3002呢啊呀]+/gu, "");
  if (speaker.kind !== "member" || speaker.mandates.length === 0 || line.length > LONGEST) return undefined;
  // Who looks after others as well may ask of theirs.
  if (isStaff(speaker) && !isOfOneself(line)) return undefined;
  if (PICTURES.test(line))
    return list(dialog, { ...readParts(line, said, facts).asked, mark: "pictured" }, facts);
  if (RETURNED.test(line)) return ask(dialog, { do: "figures.todo", what: "returned", page: 1 });
  if (!ASKS.test(line) || /意见|建议|议案|报告|自评|述职/u.test(line)) return undefined;
  const found = ASKED.find(([, pattern]) => pattern.test(line));
  if (found === undefined) return undefined;
  const [mark, pattern] = found;
  const rest = line
    .replace(pattern, " ")
    .replace(/履职记录|履职|记录|我们?|报|记|交|填|提交|上次|那一?[条次]|这一?[条次]|的/gu, " ");
  const { asked, left } = readParts(rest, said, facts);
  if (left !== "" || asked.person !== undefined) return undefined;
  return list(dialog, { ...asked, ...(mark === undefined ? {} : { mark }) }, facts);
}

const list = (dialog: Dialog, asked: Parameters<typeof basisOf>[0], facts: Facts): Turn =>
  ask(dialog, {
    do: "figures.why",
    basis: { ...basisOf(asked, facts), own: true },
    page: 1,
    states: true,
  });
