import { findRecut } from "#src/understanding/find-cut.ts";
import { ABSENCE_COMMANDS } from "./commands/absence-commands.ts";
import { ACCOUNT_COMMANDS } from "./commands/account-commands.ts";
import { ACTIVITY_COMMANDS, cancel, enterNotice } from "./commands/activity-commands.ts";
import { ATTENDANCE_COMMANDS } from "./commands/attendance-commands.ts";
import {
  CERTIFICATE_COMMANDS,
  isWishForCertificate,
  wishForCertificate,
} from "./commands/certificate-commands.ts";
import { CHANGE_COMMANDS } from "./commands/change-commands.ts";
import { CONTACT_COMMANDS } from "./commands/contact-commands.ts";
import { asideOf } from "./commands/asides.ts";
import { aboutOwnData, DATA_COMMANDS, isAboutOwnData } from "./commands/data-commands.ts";
import { SESSION_COMMANDS } from "./commands/session-commands.ts";
import { CHECK_IN_COMMANDS, enter, show, wantsCode } from "./commands/check-in-commands.ts";
import { PLAN_COMMANDS } from "./commands/plan-commands.ts";
import type { Command, Commands } from "./commands/command.ts";
import { OFFICE_COMMANDS } from "./commands/office-commands.ts";
import { DEADLINE_COMMANDS } from "./commands/deadline-commands.ts";
import { OPEN_COMMANDS } from "./commands/open-commands.ts";
import {
  aboutHandingIn,
  isOrderToSubmit,
  OBLIGATION_COMMANDS,
  submit,
} from "./commands/obligation-commands.ts";
import { aboutReport } from "./commands/report-questions.ts";
import { EXPORT_COMMANDS, exported, findTableWish } from "./commands/export-commands.ts";
import { cutBy, FIGURES_COMMANDS } from "./commands/figures-commands.ts";
import {
  besideLastYear,
  isAboutYearBefore,
  isBesideLastYear,
  yearBefore,
} from "./commands/last-year-command.ts";
import { HELP_COMMANDS } from "./commands/help-commands.ts";
import {
  aboutRecord,
  isAboutRecord,
  onBehalf,
  REPORT_COMMANDS,
  withdraw,
} from "./commands/report-commands.ts";
import { placeOfTodo, todo } from "./commands/todo-command.ts";
import { isLoneNumber, isNoticeGiven, showNumber } from "./commands/number-commands.ts";
import { isOrderToWithdraw } from "./topics/withdrawal.ts";
import { isYes } from "./words.ts";
import { isAboutTwoPeriods, twoPeriods } from "./commands/two-periods-command.ts";
import { VERIFY_COMMANDS } from "./commands/verify-commands.ts";

const COMMANDS: Commands = {
  ...HELP_COMMANDS,
  ...OPEN_COMMANDS,
  ...ACCOUNT_COMMANDS,
  ...REPORT_COMMANDS,
  ...FIGURES_COMMANDS,
  ...EXPORT_COMMANDS,
  ...OFFICE_COMMANDS,
  ...DEADLINE_COMMANDS,
  ...OBLIGATION_COMMANDS,
  ...VERIFY_COMMANDS,
  ...CONTACT_COMMANDS,
  ...ACTIVITY_COMMANDS,
  ...CHANGE_COMMANDS,
  ...CERTIFICATE_COMMANDS,
  ...DATA_COMMANDS,
  ...PLAN_COMMANDS,
  ...CHECK_IN_COMMANDS,
  ...SESSION_COMMANDS,
  ...ATTENDANCE_COMMANDS,
  ...ABSENCE_COMMANDS,
};

/** Every word that begins a command. */
export const COMMAND_WORDS: readonly string[] = Object.keys(COMMANDS);

// 撤销履-2026-00012 and 参加活-2026-005: a number ends the word before it.
const WORD = /^(?:[^\s,:]+?(?=[履活意建][\s-]?\d)|[^\s,:]+)/u;

// Said after leave was asked for: about the activity, and no kind of duty.
const TURNS_INTO_COMING = /^(?:改成|改为|换成|还是|改回)参加(?=[了吧。.!\s]*$|[\s,:]*活)[了吧。.!]*/u;

// 签到码9762 and 签到 1234: the code of the wall, typed as it is.
const CHECKS_IN = /^(?:我要|我来|我)?签到码?[\s:是]*(?<code>\d{4})[.!\u3002]?$/u;
// 我到了, 签不上: how checking in is done; 我到了呀 is said against an absence.
const ARRIVES =
  /^(?:我|我们)?(?:已经|都)?(?:到(?:会场|现场)?了|在(?:会场|现场)了|签不上|签不了到?|怎么签到|签到不了|要签到|来签到)[啊嘛哈,.!?\u3002]*$/u;

// 为什么是这个数, 这个数咋来的: of the figure that was shown.
const WHY =
  /^(?:(?:这|那)?\d{1,7}(?:户|次|条|人次?|件|位)(?:都)?(?:是)?(?:怎么|咋个?|哪里|哪儿)(?:来|算|得|统计)(?:出来)?的|为什么[一-鿿]{1,6}(?:镇|乡|街道|小组|代表)(?:就|会|才)?(?:是|有)(?:这么|那么)多|(?:为什么|为啥子?|凭啥|怎么)(?:就|会|才)?(?:只)?(?:是|有|得)?(?:这个|这么多|那么多|这点|[这那]么(?:一?点儿?|少)|\d{1,6}(?:户|人次|人|次|家|条))(?:数字?|结果)?|[这那]个?\d{1,6}(?:户|人次|人|次|家|条)(?:是)?(?:怎么|咋个?|哪里)(?:来|算|得)(?:出来)?的|(?:看(?:一?下|看)?)?(?:明细|每一条)(?:都)?(?:给我)?(?:看看|看一?下|列出来|列一?下)?|为啥子?|(?:这个?|那个?)数字?(?:是)?(?:怎么|咋个?|哪里)(?:来|算|得)(?:出来)?的|(?:那|请问)?(?:这个?|这些|它|那个?|上面的?)?(?:结果|数据)?(?:都?是)?(?:怎么|咋个?|如何|按什么)(?:计?算|统计)(?:出来|得出)?的?)[呢啊呀哦?!。\s]*$/u;

// 取消 alone is a no; with a number it is about that.
const CANCELS = /^取消(?=[\s,:]*[履活意建][\s-]?\d)/u;

/** What a line that begins with a command word does; undefined where the first word is no command. */
export function findCommand(text: string): { readonly run: Command; readonly rest: string } | undefined {
  // 撤销：… and 撤销:… are the same to whoever types them.
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/^撤消/u, "撤销")
    .replace(/^我的旅职/u, "我的履职")
    .replace(TURNS_INTO_COMING, "参加")
    .replace(WHY, "为什么");
  // A bare 提交 is a yes to the card in view.
  if (isYes(line)) return undefined;
  if (CANCELS.test(line)) return { run: cancel, rest: line.slice(2) };
  if (isNoticeGiven(line)) return { run: enterNotice, rest: line };
  if (isLoneNumber(line)) return { run: showNumber, rest: line };
  if (/^代报[\u4e00-\u9fff]/u.test(line)) return { run: onBehalf, rest: line.slice(2) };
  const code = CHECKS_IN.exec(line)?.groups?.["code"];
  if (code !== undefined) return { run: enter, rest: code };
  if (wantsCode(line)) return { run: show, rest: "" };
  if (ARRIVES.test(line)) return { run: enter, rest: "" };
  if (isAboutRecord(line)) return { run: aboutRecord, rest: line };
  if (isAboutOwnData(line)) return { run: aboutOwnData, rest: line };
  if (isAboutYearBefore(line)) return { run: yearBefore, rest: "" };
  if (isAboutTwoPeriods(line)) return { run: twoPeriods, rest: line };
  if (isBesideLastYear(line)) return { run: besideLastYear, rest: line };
  const aside = asideOf(line) ?? aboutHandingIn(line) ?? aboutReport(line);
  if (aside !== undefined) return aside;
  if (isOrderToWithdraw(line)) return { run: withdraw, rest: line };
  const by = findRecut(line);
  if (by !== undefined && !Object.hasOwn(COMMANDS, line)) return { run: cutBy(by), rest: "" };
  const table = findTableWish(line);
  if (table !== undefined) return { run: exported, rest: table };
  const place = placeOfTodo(line);
  if (place !== undefined) return { run: todo, rest: place };
  const first = WORD.exec(line)?.[0] ?? "";
  if (!Object.hasOwn(COMMANDS, first) && isWishForCertificate(line))
    return { run: wishForCertificate, rest: line };
  if (isOrderToSubmit(first)) return { run: submit, rest: line.slice(2) };
  const word = first.toLowerCase();
  const run = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  return run === undefined ? undefined : { run, rest: line.slice(first.length).replace(/^[\s,:]+/u, "") };
}
