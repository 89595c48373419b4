import type { Fate, FateLine, FatesView } from "#src/domain/figures/fate-view.ts";
import { byRoom } from "./by-room.ts";
import { kindName, pageMark, pageTaps, subjectWords } from "./figure-words.ts";
import { dateWords, day } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";
import { numberTaps } from "./taps-into.ts";

const WORDS = {
  entered: {
    what: "代记的",
    open: "等本人回话",
    all: "代记情况",
    last: "到那天没回话的,标“未确认”计入;现在还没有计入。",
  },
  returned: { what: "退回过的", open: "还没改好", all: "退回情况", last: "改好之前不计入。" },
} as const;

/** What became of records that staff wrote down or sent back, what still waits first. */
export function fates({ of, subject, person, open, lines }: FatesView): Rendered {
  const { what, open: waits, all, last } = WORDS[of];
  const about = `${subjectWords(subject)} ${what}`;
  if (lines.total === 0) return words(`${about}:没有。`, "看等您办的,说:待办");
  return {
    ...words(
      `${about}${lines.total}条${open === 0 ? "" : `,其中${waits}${open}条`}${pageMark(lines)}:`,
      ...lines.rows.map(lineOf),
      open > 0 && byRoom(last, last, last, ""),
    ),
    choices: [...numberTaps(lines.rows), ...pageTaps(lines, person === undefined ? all : `${all} ${person}`)],
    reusable: true,
  };
}

const lineOf = (line: FateLine): string => `${line.number} ${line.name}${deed(line)}:${fateWords(line)}`;

function deed({ kind, date }: FateLine): string {
  const what = kindName(kind);
  return byRoom(` ${what} ${day(date)}`, ` ${what} ${dateWords(date)}`, ` ${what}`, "");
}

const SAID = {
  waiting: "等回话",
  agreed: "本人认了",
  denied: "本人说不对,不算",
  unanswered: "没回话,未确认",
  returned: "等本人改",
  amended: "已改好",
  withdrawn: "已撤销",
} as const satisfies Record<Fate, string>;

const fateWords = ({ fate, until, verified }: FateLine): string =>
  `${SAID[fate]}${until === undefined ? "" : `,到${dateWords(until)}`}${verified ? ",已核实" : ""}`;
