import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import type { Day } from "#src/domain/day.ts";
import type { OwnData } from "#src/domain/own-data.ts";
import { OWN_DATA_LABELS } from "./own-data-labels.ts";

/** How the copy is called. */
export const OWN_DATA_FILE = { name: "我的数据.json", type: "application/json" } as const;

const ABOUT_FILES =
  "照片文件的原件:登录网页聊天后,在网址后面加上“打开地址”就能下载;微信里的在聊天记录里。要拷贝,请找镇街人大。";

/** The copy as JSON under Chinese names, for people and for programs. A class or column without a name does not compile. */
export function writeOwnData(data: OwnData, today: Day): string {
  const classes = Object.entries(OWN_DATA_LABELS).map(([name, { title, columns }]) => {
    const rows: readonly Readonly<Record<string, string | number | null>>[] = data[name as keyof OwnData];
    const named = rows.map((row) =>
      Object.fromEntries(
        Object.entries(columns).map(([column, label]) =>
          typeof label === "string"
            ? [label, row[column] ?? null]
            : [label[0], inChinese(label[1], row[column] ?? null)],
        ),
      ),
    );
    return [title, named];
  });
  const all = { 导出日期: today, 说明: ABOUT_FILES, ...Object.fromEntries(classes) };
  return `${JSON.stringify(all, null, 2)}\n`;
}

// A reason may follow what became of a record, behind a colon.
function inChinese(names: Readonly<Record<string, string>>, value: string | number | null) {
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
