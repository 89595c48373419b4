import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import type { Day } from "#src/domain/day.ts";
import type { OwnData } from "#src/domain/own-data.ts";
import { OWN_DATA_LABELS } from "./own-data-labels.ts";

/** How the copy is called. */
export const OWN_DATA_FILE = { name: "我的数据.zip", type: "application/zip" } as const;

/** What the copy says of itself. */
export const ABOUT_COPY =
  "照片文件的原件在“文件”这个文件夹里。没有放进来的,表里写了原因;要拷贝,请找镇街人大。别人的联系方式不在里面。";

const FOLDER = "文件/";

/** Where the nth file lies in the copy: its name without what some system takes for a folder or refuses. */
export const fileInCopy = (n: number, name: string): string =>
  `${FOLDER}${String(n).padStart(3, "0")}-${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(-80)}`;

/** Whether what stands beside a file is where it lies in the copy. */
export const isInCopy = (place: string): boolean => place.startsWith(FOLDER);

/** Why a file is not in the copy. */
export const LEFT_OUT = {
  large: "太大,没有放进来",
  made: "系统做的表格,在聊天里再要一次就有",
  gone: "已经按期删除",
} as const;

type Cell = string | number | null;
/** A class of the copy: its title, the heads of its columns and its rows. */
export type OwnTable = {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** The classes of a copy under Chinese names. A class or column without a name does not compile. */
export const ownDataTables = (data: OwnData): OwnTable[] =>
  Object.entries(OWN_DATA_LABELS).map(([name, { title, columns }]) => {
    const rows: readonly Readonly<Record<string, Cell>>[] = data[name as keyof OwnData];
    const labels = Object.entries(columns);
    return {
      title,
      heads: labels.map(([, label]) => (typeof label === "string" ? label : label[0])),
      rows: rows.map((row) =>
        labels.map(([column, label]) =>
          typeof label === "string" ? (row[column] ?? null) : inChinese(label[1], row[column] ?? null),
        ),
      ),
    };
  });

/** The copy as JSON under the same names, for programs. */
export function writeOwnData(data: OwnData, today: Day): string {
  const classes = ownDataTables(data).map(({ title, heads, rows }) => [
    title,
    rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null]))),
  ]);
  const all = { 导出日期: today, 说明: ABOUT_COPY, ...Object.fromEntries(classes) };
  return `${JSON.stringify(all, null, 2)}\n`;
}

// A reason may follow what became of a record, behind a colon.
function inChinese(names: Readonly<Record<string, string>>, value: Cell): Cell {
  if (typeof value !== "string") return value;
  if (value.startsWith("{")) return countWords(value);
  const [, code = value, reason] = /^([a-z_]+): (.*)$/su.exec(value) ?? [];
  const whole = names[value] ?? names[code] ?? value;
  return reason === undefined || names[value] !== undefined ? whole : `${whole}:${reason}`;
}

const COUNT = /"([a-z_]+)": ?(\d+)/gu;
// 12户、30人次, out of what is kept as {"households":12}.
const countWords = (kept: string): string =>
  [...kept.matchAll(COUNT)]
    .map(([, unit = "", n]) => `${n}${isCountUnit(unit) ? COUNT_UNITS[unit] : ""}`)
    .join("、");
