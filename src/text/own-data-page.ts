import type { Day } from "#src/domain/day.ts";
import type { OwnData } from "#src/domain/own-data.ts";
import { escapeHtml } from "./escape-html.ts";
import { ABOUT_COPY, isInCopy, ownDataTables } from "./own-data-file.ts";

const STYLE = `body{font:17px/1.6 "PingFang SC","Microsoft YaHei",sans-serif;margin:1.5em;color:#111}
h2{margin:1.6em 0 .4em}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .6em;text-align:left;
vertical-align:top}th{background:#eee;white-space:nowrap}`;

/** The copy as a page to read in any browser, without a network: a table for each class that there is something of. */
export function ownDataPage(data: OwnData, today: Day): string {
  const tables = ownDataTables(data);
  const some = tables.filter(({ rows }) => rows.length > 0);
  const none = tables.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
  const body = some.map(({ title, heads, rows }) => {
    const head = heads.map((one) => `<th>${escapeHtml(one)}</th>`).join("");
    const lines = rows
      .map((row) => `<tr>${row.map((one) => `<td>${cell(one)}</td>`).join("")}</tr>`)
      .join("\n");
    return `<h2>${escapeHtml(title)}(${rows.length})</h2>\n<table><tr>${head}</tr>\n${lines}</table>`;
  });
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>我的数据</title><style>${STYLE}</style></head><body>
<h1>我的数据</h1><p>导出日期:${escapeHtml(today)}</p><p>${escapeHtml(ABOUT_COPY)}</p>
${body.join("\n")}
<p>没有内容的:${escapeHtml(none.join("、"))}</p></body></html>
`;
}

const cell = (value: string | number | null): string => {
  const text = escapeHtml(String(value ?? "")).replaceAll("\n", "<br>");
  return typeof value === "string" && isInCopy(value) ? `<a href="${encodeURI(value)}">${text}</a>` : text;
};
