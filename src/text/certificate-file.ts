import { type Day, eachDay } from "#src/domain/day.ts";
import type { DocumentBlock } from "#src/domain/document.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { Certificate } from "#src/domain/requests/certificate.ts";
import { typeset } from "./typeset.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** How the paper is called. */
export const certificateFile = ({
  name,
  to,
}: Certificate): { readonly name: string; readonly type: string } => ({
  name: `履职证明-${name}-${to}.docx`,
  type: TYPE,
});

const inFull = (day: Day): string => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

// On paper brackets are full-width, too.
const printed = (words: string): string => typeset(words).replaceAll("(", "\uff08").replaceAll(")", "\uff09");

/** The paper for an employer: who, since when, on which days, and room for the seal. It holds nobody's words. */
export function certificateBlocks(certificate: Certificate, today: Day): DocumentBlock[] {
  const { name, lines, from, to, group } = certificate;
  const days = new Set(lines.flatMap(({ date, end }) => eachDay(date, end))).size;
  const seat = `${congressOf(certificate)}${certificate.term}人民代表大会代表`;
  const text = (words: string): DocumentBlock => ({ kind: "text", text: printed(words) });
  return [
    { kind: "title", text: "人大代表履职证明" },
    text(`兹证明${name}同志系${seat}${group === null ? "" : `(${group})`}。`),
    text(
      `${inFull(from)}至${inFull(to)},经核实,该同志执行代表职务${lines.length}次,共涉及${days}天,具体如下:`,
    ),
    {
      kind: "table",
      head: ["日期", "履职事项", "记录编号"],
      rows: lines.map((one) => [
        one.date === one.end ? inFull(one.date) : `${inFull(one.date)}至${inFull(one.end)}`,
        DUTY_KINDS[one.kind].name,
        one.number,
      ]),
      widths: [70, 45, 40],
    },
    text(
      "根据《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》,代表执行代表职务,其所在单位应当给予时间保障,按正常出勤对待。",
    ),
    text("特此证明。"),
    { kind: "right", text: printed("(盖章)") },
    { kind: "right", text: inFull(today) },
  ];
}

function congressOf({ level, district, township }: Certificate): string {
  const place = level === "township" ? township : district;
  return place ?? "本级";
}
