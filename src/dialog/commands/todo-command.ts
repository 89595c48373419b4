import type { TodoKind } from "#src/domain/figures/todo.ts";
import { readAskedWithoutNames } from "../read-asked.ts";
import { ask } from "../turns.ts";
import type { Command } from "./command.ts";

const WAITING_WORDS: readonly (readonly [TodoKind, RegExp])[] = [
  ["objections", /异议/u],
  ["cases", /缺席|线索/u],
  ["leaves", /请假|准假/u],
  ["undated", /日期|待定/u],
  ["unfinalised", /定稿|考勤/u],
  ["unverified", /核实/u],
  ["entered", /等我|我确认/u],
  ["returned", /退回/u],
  ["shares", /同事/u],
  ["invitations", /通知|活动/u],
  ["submissions", /报告|述职/u],
  ["suggestions", /建议|议案/u],
  ["waiting", /代记|代报|确认/u],
];

/** What waits, of one kind or in one place where they are named. Words that name no kind ask for all of it. */
export const todo: Command = (dialog, rest, said, facts) => {
  const words = rest.split(/[\s,、]+/u);
  const places = words.map((word) => readAskedWithoutNames(word, said, facts).asked.org);
  const org = places.find((one) => one !== undefined);
  const left = org === undefined ? rest : rest.replace(org, "");
  const what = WAITING_WORDS.find(([, named]) => named.test(left))?.[0];
  const page = Math.max(1, Number(/\d{1,4}/u.exec(left)?.[0] ?? 1));
  return ask(dialog, {
    do: "figures.todo",
    ...(org === undefined ? {} : { org }),
    ...(what === undefined ? {} : { what, page }),
  });
};

// 我们镇 is no name, and 全镇 and 各乡 are no one place.
const OF_A_PLACE =
  /^(?:看看?|查看?|查一?下)?(?<org>(?![我本全各咱每])[一-龥]{2,10}(?:小组|联络站|街道|镇|乡|社区))的?待办(?:事项|事)?(?:有(?:哪些|什么|多少))?[。.?!]*$/u;

/** The place whose 待办 a line asks for: 羊昌镇的待办. */
export const placeOfTodo = (line: string): string | undefined => OF_A_PLACE.exec(line)?.groups?.["org"];
