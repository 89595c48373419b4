import type { RecordMark } from "#src/domain/figures/record-mark.ts";

/** What a question says of the records it asks about, in its words; `mark` is missing where no figure heeds it. */
export type SaidMark = {
  readonly mark?: RecordMark;
  readonly words: string;
  /** Nothing says that it is a question: it is one where nothing else is said. */
  readonly bare?: true;
};

const BY_STAFF = "(?:工作人员|办公室|联络员|别人|人家|你们|镇里|镇上|乡里|街道|区里)";
const FILE = "(?:现场)?(?:照片|图片|附件|佐证(?:材料)?|图|文件)";

// Longer words first: 未确认 is not 确认, and 没有照片 is not 有照片.
const MARKS: readonly (readonly [RecordMark | undefined, RegExp])[] = [
  [
    "returned",
    /(?:已经?)?(?:被|给|遭)?(?:你们|镇里|工作人员)?(?:退回|打回|驳回)(?:来|去)?(?:补充|修改|重填|重报)?[了过]?的?/u,
  ],
  ["unconfirmed", /(?:代表|本人|他们|我)?(?:都|还|仍)?(?:(?<!有)没有?|未)(?:得到)?(?:本人|代表)?确认过?的?/u],
  ["unverified", /(?:都|还|仍)?(?:(?<!有)没有?|未|待)(?:被|经过?)?核实过?的?/u],
  ["verified", /(?:已经?|都)?(?:被|经过?)?核实(?:了|过|完了?)?(?:的|(?=(?:多少|好多|几)[条份件次户]))/u],
  [
    "unpictured",
    new RegExp(`(?:还|都)?(?:(?<!有)没有?|无|未|不|缺)(?:附|带|传|上传|配|交)?(?:有|了|上)?${FILE}的?`, "u"),
  ],
  ["pictured", new RegExp(`(?:带|附|传|上传|配|有)(?:有|了|上)?${FILE}的?`, "u")],
  [
    "entered",
    new RegExp(
      `(?:由|是)?${BY_STAFF}?(?:代报|代记|代录|代填)[了过]?的?|(?:由|是)?${BY_STAFF}[代替帮给](?:我们?|代表|他们)?(?:上?报|记|填|录)[了过]?的?`,
      "u",
    ),
  ],
  [undefined, /(?:已经?)?(?:被)?(?:撤销|撤回|作废|删除|删掉)[了过]?的|重复(?:报|记|计)?[了过]?的|草稿/u],
];

const ASKS =
  /多少|好多|(?<![十百好])几[条次个份户件场起家位名人]|哪些|哪几|哪条|谁|有没有|有吗|[?]|统计|查一?下|查询|看看|看一?下|列一?下|列出|汇总|导出|下载/u;
const OF_RECORDS =
  /代报|代记|代录|代填|导出|下载|统计|[替帮给代](?:我们?|代表|他们)?(?:上?报|记|填)|[条份次户件场]|记录|履职|走访|接待|视察|调研|慰问|调解|值班|宣讲|培训|(?:退回|打回)(?:来)?[了过]?的?(?:是|有|都)*(?:哪(?![天里个儿])|多少|几|谁的)|(?:哪些|哪几条|多少|有几条|谁的)[^,怎为]{0,4}(?:退回|打回)|(?:照片|图片|附件|佐证)的(?:是|有|都)*(?:哪(?![天里个儿])|多少|几|谁)/u;
// What else is sent back, confirmed and withdrawn.
const ELSE =
  /报告|述职|自评|意见|诉求|建议|议案|请?假|申请|异议|材料|表彰|通知|到会|参会|会议|活动通知|绑定|密码|电话|绑|[履活意建]-|任务|转办|有没有(?:附|带|传)?(?:照片|图片|附件|佐证)|谁(?:给|把|来|帮|替)*(?:我|他们)?的?(?:退回|打回|驳回|代报|核实|确认)/u;
// Orders and reports begin with these words.
const ORDERS =
  /^(?:请|帮我|麻烦)?(?:退回|打回|驳回|核实|代报|代记|撤销|撤回|删除|作废)(?!来?(?:补充)?(?:[了过]?的|[了过]?多少|[了过]?几|[了过]?好多|有|记录|情况|履职|[了过]?哪))|^把|都退回|退回(?:去|给)|帮我记|给我记/u;

/** What a question about records says of them beyond who, where, when and of which kind; undefined where it says nothing. */
export function readMark(line: string): SaidMark | undefined {
  if (line.length > 40 || ORDERS.test(line) || ELSE.test(line) || !OF_RECORDS.test(line)) return undefined;
  const found = findMark(line);
  if (found !== undefined && isTold(found, line)) return undefined;
  return found === undefined || ASKS.test(line) ? found : { ...found, bare: true };
}

// 昨天走访,有照片 and 今天走访了几户,有照片 tell of a deed, and what goes with it.
const isTold = ({ mark, words }: SaidMark, line: string): boolean =>
  (mark === "returned" && SENDS_BACK.test(line)) ||
  ((mark === "pictured" || mark === "unpictured") &&
    (/[一-龥]了几/u.test(line) || (!ASKS.test(line) && !words.endsWith("的"))));

// 李明代表的记录退回: what is to be done with it, and no question about those that were.
const SENDS_BACK =
  /(?:记录|那[一几]?条|这[一几]?条|走访|接待)(?:都|也|给我)?(?:退回|打回|驳回)(?:去|吧|给[他她])?[.!]*$/u;

/** The same of words that surely ask, whatever they ask about. */
export function findMark(line: string): SaidMark | undefined {
  for (const [mark, pattern] of MARKS) {
    const words = pattern.exec(line)?.[0];
    if (words !== undefined) return { words, ...(mark === undefined ? {} : { mark }) };
  }
  return undefined;
}
