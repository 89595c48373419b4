import type { RosterFault, RosterProblem } from "#src/domain/roster/roster.ts";

type Say = string | ((named: readonly string[]) => string);

const FAULTS = {
  missing: "必须填写",
  "not-a-day": "不是日期,请写成 2021-12-20 这样",
  "not-a-phone": "不是电话号码,请写成 13800000000 或 085112345678 这样",
  "not-in-list": (words) => `填法不对,只能填:${words.join("、")}`,
  "error-value": "是表格算错后显示的错误,请改成值",
  "unknown-org": "机构表里没有这个名称",
  "other-kind-of-org": (kinds) => `机构表里有这个名称,但类型不对,这一列要填类型是${kinds.join("、")}的机构`,
  "org-of-two": "有两个机构叫这个名称,分不清是哪一个,请先把名称改得不同",
  "org-differs": "和库里这个机构的上级不一样;机构换上级会动到以前的统计,请联系系统管理员",
  "to-before-from": "比开始的日子还早",
  "not-a-name": "不像一个人的姓名;一格只写一个人,2到20个字,不带标点",
  merged: "是合并的单元格,请拆开,每一行都填上",
  twice: ([row]) => `和${row === undefined ? "前面的一" : `第${row}`}行重复`,
  "twice-named": ([row]) =>
    `和第${row}行是同一个姓名。要是同名的两个人,两行都填各自的编号;要是重复了,删掉一行`,
  overlap: ([row]) => `和第${row}行同一个人的任职时间重叠,请核对两行的任职起、任职止`,
  "overlap-later": ([from, eve]) =>
    `库里已登记这个人从${from}起的另一段任职(比如调动)。这一行请填${eve},再为那一段另写一行,任职起填${from}`,
  "overlap-earlier": ([from, eve]) =>
    `库里这个人从${from}起的任职那时还没结束。请把那一段也写一行,任职起填${from},任职止填${eve}`,
  "rests-overlap": "和同一个人的另一段暂停时间重叠",
  "needs-number": "有同名的人,请填编号",
  "which-of-two": "库里已有一位同名的人没有编号,分不清是哪一位,请先只导入其中一位",
  "rests-outside": "不在这一行的任职期间里",
  "rests-still": "库里这位代表还在暂停,恢复了请填暂停止,没恢复请照填暂停起",
  "phone-of-other": "这个电话已经是另一个人的",
  "phone-differs": "同一个人的电话,前后填得不一样",
  "in-circle": "上级绕成了一圈",
  "number-of-other": "这个编号已经是另一个人的",
  formula: "是公式,请换成值",
  "too-long": "超过200字",
  "no-sheet": "文件里没有这张表",
  "no-column": "缺这一列",
  "column-twice": "这一列出现了两次",
  "unknown-column": "不认识这一列,请改成说明里的列名,或者删掉;自己用的请叫“备注”",
  "no-rows": "几张表都是空的,没有可导入的",
  "unknown-person": "名册里没有这个人,请核对姓名、编号、电话、镇街",
  "not-in-office": "这个人那天不在任职期间(或者正在暂停)",
  "future-day": "还没到这一天",
  "not-a-count": "看不懂,请写成 12户、30人次 这样,单位用说明里列出的",
  "not-minutes": "不是分钟数,请写成 90 这样",
  "not-as-above": "和上面几行写的不一样,一张表只登记一场活动",
  "not-a-time": "看不出几点,请写成 9:00 或 下午2点半 这样",
  "no-year": "没写年份,今年和计划那年都有这一天,请写成 2027-03-12",
  "not-a-when": "看不出哪天,请写成 2027-03-12;没定的写 3月中旬、二季度 这样",
  "unknown-unit": "您管的范围里没有这个单位,请写全称,比如:〔镇〕代表小组",
  "unit-of-two": "有两个单位叫这个名称,分不清是哪一个",
  "day-over": "这个时间已经过了",
  "kind-told": "这场已经发过通知,类型改不了;请先取消,再另写一行",
  "title-told": "这次会已经发过通知,名称改不了;请先取消,再另写一个序号",
  "other-title": "同一个序号的几行,会议名称要写得一样",
  "not-a-congress": "这个单位不开人代会,请写区或者镇",
  "too-many-plans": "一次最多200场,请分开导入",
  "too-many-names": "一张到会时间表最多1000人,请核对是不是发错了表",
  "too-many-rows": "超过2万行,请分开导入",
} as const satisfies Record<RosterFault, Say>;

// Every row is named, those that follow one another by the first and the last: 第2-451、460行.
function rowWords(rows: readonly number[]): string {
  const spans: { first: number; last: number }[] = [];
  for (const row of rows) {
    const span = spans.at(-1);
    if (span?.last === row - 1) span.last = row;
    else spans.push({ first: row, last: row });
  }
  return `第${spans.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join("、")}行`;
}

/** One bad cell in words, or one bad word with its rows: 代表 第7行「任职起」:不是日期… */
export function rosterProblem({
  sheet,
  row,
  column,
  fault,
  value,
  named = [],
  alsoRows = [],
}: RosterProblem): string {
  const place = row === 0 ? sheet : `${sheet} ${rowWords([row, ...alsoRows])}`;
  const where = column === "" ? sheet : `${place}「${column}」`;
  const now = value === "" ? "" : fault === "no-sheet" ? `(有的是:${value})` : `(现在是“${value}”)`;
  const say: Say = FAULTS[fault];
  return `${where}:${typeof say === "string" ? say : say(named)}${now}`;
}

/** The sheet of a roster to fill in that explains every column. */
export const ROSTER_EXPLAINED = {
  sheet: "说明",
  head: ["表", "列", "要不要填", "怎么填", "例子"],
  required: "必填",
  optional: "选填",
} as const;
