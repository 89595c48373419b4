import type { RosterFault, RosterProblem } from "#src/domain/roster/roster.ts";

const FAULTS = {
  missing: "必须填写",
  "not-a-day": "不是日期,请写成 2021-12-20 这样",
  "not-in-list": "填法不对,只能填说明里列出的",
  "unknown-org": "机构表里没有这个名称",
  "to-before-from": "比开始的日子还早",
  twice: "和前面的一行重复",
  overlap: "和同一个人的另一行时间重叠",
  "needs-number": "有同名的人,请填编号",
  "which-of-two": "库里已有一位同名的人没有编号,分不清是哪一位,请先只导入其中一位",
  "in-circle": "上级绕成了一圈",
  "number-of-other": "这个编号已经是另一个人的",
  formula: "是公式,请换成值",
  "too-long": "超过200字",
  "no-sheet": "文件里没有这张表",
  "no-column": "缺这一列",
  "too-many-rows": "超过2万行,请分开导入",
} as const satisfies Record<RosterFault, string>;

/** One bad cell in words: 代表 第7行「任职起」:不是日期… */
export function rosterProblem({ sheet, row, column, fault, value }: RosterProblem): string {
  const where =
    column === "" ? sheet : row === 0 ? `${sheet}「${column}」` : `${sheet} 第${row}行「${column}」`;
  return `${where}:${FAULTS[fault]}${value === "" ? "" : `(现在是“${value}”)`}`;
}
