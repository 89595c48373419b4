import { say } from "../turns.ts";
import type { Command } from "./command.ts";
import { OFFICE_COMMANDS } from "./office-commands.ts";

// 太难用了字太小, 你们这个小程序老是卡: about this program and nothing else.
const ABOUT_PROGRAM =
  /^(?:哎呀?|唉)?[,\s]*(?:我觉得|我感觉|你们?的?)?(?:这个)?(?:(?:程序|软件|系统|小程序|助手|机器人|页面|界面)[^,。]{0,4}(?:难用|不好用|复杂|麻烦|卡|慢|看不清|看不懂|死机|打不开)|(?:太|真|好|有点|实在)(?:难用|不好用)|(?:页面|界面|屏幕)?(?:上)?(?:的)?字(?:体)?(?:太|有点|实在太)小)[^。]{0,20}$/u;
// 你们把我的话存在哪里, 会不会给别人看.
const ABOUT_KEEPING =
  /我(?:们)?(?:说)?的(?:话|信息|数据|资料|隐私|电话|号码)[^,。]{0,8}(?:存|放|保存|保管|记)(?:在|到)?(?:哪|什么地方|啥子地方)|我(?:们)?(?:说|讲|写|发)的[^,。]{0,10}(?:会不会|会)(?:给|让|被|有)(?:别人|人家|外人|人)(?:看|知道|晓得)|会不会(?:泄露|泄漏|传出去|公开)[^,。]{0,6}[?吗]?$/u;

const privacy: Command = (dialog) => say(dialog, { kind: "help.privacy" });

/** What a line says of the program itself or of what it keeps, in words of its own; undefined for all else. */
export function asideOf(line: string): { readonly run: Command; readonly rest: string } | undefined {
  const feedback = OFFICE_COMMANDS["反馈"];
  if (feedback !== undefined && ABOUT_PROGRAM.test(line)) return { run: feedback, rest: line };
  return ABOUT_KEEPING.test(line) ? { run: privacy, rest: "" } : undefined;
}
