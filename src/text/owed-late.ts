import type { Day } from "#src/domain/day.ts";
import type { LateLine, ObligationOutcome } from "#src/domain/requests/obligation.ts";
import { pageMark, turns } from "./figure-words.ts";
import { short } from "./format.ts";
import { dueWords } from "./owed-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { areCut, someNames } from "./some-names.ts";

type Of<K extends ObligationOutcome["of"]> = Extract<ObligationOutcome, { of: K }>;

/** So much room for names in a line that stands among others, and in one that stands nearly alone. */
const ROOM = { many: 24, few: 60 } as const;

/** What is owed by others and by how many, with a tap for all names wherever some are left out. */
export function lateLines({ submission, lines, waiting }: Of<"obligation.late">, today: Day): Rendered {
  const arrived = waiting > 0 && `已交来、等收下的${waiting}份。`;
  if (lines.total === 0) return words("没有到期未交的,30天内到期的也都办了。", arrived);
  const room = lines.rows.length > 2 ? ROOM.many : ROOM.few;
  const cut = lines.rows.filter(({ names, count }) => areCut(names, room, count));
  const asked = submission === undefined ? {} : { submission };
  return {
    ...words(
      lines.pages > 1 && `没交、没办的${lines.total}项${pageMark(lines)}:`,
      ...lines.rows.map((one) => lateLine(one, room, today)),
      arrived,
      cut.length > 0 && "看全部名单,点一下:",
    ),
    choices: [
      ...cut.map(({ rule, title, dueOn, count }) => ({
        label: `${short(title, 14)} ${count}人`,
        act: { do: "obligation.late", of: { rule, dueOn } } as const,
      })),
      ...turns(lines, (page) => ({ do: "obligation.late", ...asked, page })),
    ],
    reusable: true,
  };
}

const lateLine = ({ title, dueOn, count, names }: LateLine, room: number, today: Day): string =>
  `${title}(${dueWords(dueOn, today)})还差${count}人:${someNames(names, room, count)}`;

/** Everybody who still owes one thing, page by page. */
export function lateNames({ rule, title, dueOn, names }: Of<"obligation.late-names">, today: Day): Rendered {
  if (names.total === 0) return words(`${title}:都办了。`, "看别的,说:未交");
  return {
    ...words(
      `${title}(${dueWords(dueOn, today)})还差${names.total}人${pageMark(names)}:`,
      names.rows.join("、"),
    ),
    choices: turns(names, (page) => ({ do: "obligation.late", of: { rule, dueOn }, page })),
    reusable: true,
  };
}
