import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import type { Command } from "./command.ts";

const ASKS =
  /(?:请|帮我|看一?下|查一?下|看看|查看|查询|看|查|是什么|怎么样了?|详情|情况|进度|的|[\s,.:?!\u3002\u3001])/gu;

/** True for the number of an activity, an opinion or a suggestion with no other words than asking for it. */
export function isLoneNumber(line: string): boolean {
  const [number, other] = numbersIn(line);
  if (number === undefined || other !== undefined || number.startsWith("履")) return false;
  return withoutNumbers(line).replace(ASKS, "") === "";
}

/** Shows what a number stands for, if it is the speaker's business. */
export const showNumber: Command = (dialog, line) => {
  const [number = ""] = numbersIn(line);
  return number.startsWith("活")
    ? ask(dialog, { do: "activity.show", activity: number })
    : ask(dialog, { do: "case.show", number });
};
