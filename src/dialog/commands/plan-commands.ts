import { isStaff } from "../audience.ts";
import { findWorkbook } from "../topics/workbook.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

/** The workbook that came with the words, or lately before; without one, an empty one to fill in. */
const plan: Command = (dialog, _rest, { messageId, files = [] }, facts) => {
  if (!isStaff(facts.speaker)) return say(dialog, { kind: "help.refused", why: "staff-only" });
  const book = findWorkbook(files);
  return book === undefined
    ? ask(dialog, { do: "workbook.template", messageId, of: "plan" })
    : ask(dialog, { do: "workbook.read", messageId, file: book.id });
};

/** Yearly plans. */
export const PLAN_COMMANDS: Commands = { 年度计划: plan, 导入计划: plan, 计划模板: plan };
