import { daysBetween, monthOf } from "#src/domain/day.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import {
  type ExportNews,
  type ExportOutcome,
  MOST_EXPORTED,
  type TableList,
} from "#src/domain/requests/export.ts";
import { assertNever } from "#src/kernel/never.ts";
import { subjectWords } from "./figure-words.ts";
import { LIST_NAMES } from "./list-file.ts";
import { waitingCounts } from "./todo.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** Everything that is said about tables of figures. */
export type ExportReply =
  | { readonly kind: "export.answer"; readonly outcome: ExportOutcome }
  | ExportNews
  /** A list that is read in the chat: `words` ask for it. */
  | {
      readonly kind: "export.not-made";
      readonly why: "no-table";
      readonly list: string;
      readonly words: string;
    }
  /** It could not be made: whoever asked may not see it any more, or something broke. */
  | { readonly kind: "export.not-made"; readonly why: "no-right" | "broken" };

/** Puts a reply about a table into words. */
export function renderExport(reply: ExportReply): Rendered {
  switch (reply.kind) {
    case "export.answer":
      return answer(reply.outcome);
    case "export.ready":
      return ready(reply);
    case "export.quiet":
      return quiet(reply);
    case "export.not-made":
      if (reply.why === "no-table")
        return {
          ...words(`${reply.list}没有单独的表格,名单在这里一页一页看。`, `请点一下,或者说:${reply.words}`),
          choices: [says(reply.words)],
        };
      return reply.why === "no-right"
        ? words("表格没有做:您现在不负责这些数据了。", "有疑问请联系代表工委。")
        : words("表格没有做成,对不起。", "请过几分钟再说一遍,比如:导出 〔镇〕 二季度");
    default:
      return assertNever(reply);
  }
}

function answer(outcome: ExportOutcome): Rendered {
  const about = subjectWords(outcome.subject);
  if (outcome.list !== undefined) return listAnswer(outcome, outcome.list, about);
  switch (outcome.of) {
    case "export.begun":
      return words(`正在做表格:${about},共${outcome.records}条记录。`, SOON);
    case "export.nothing":
      return words(`${about}:没有计入的记录,没有做表格。`, "换个时间或地方再说,比如:导出 今年 走访");
    case "export.too-many":
      return words(
        `${about}有${outcome.records}条记录,一个表格最多${MOST_EXPORTED}条。`,
        "请分开导出,比如:导出 〔镇〕 二季度",
      );
    default:
      return assertNever(outcome);
  }
}

const SOON = "做好了马上发给您,请稍等。";

function listAnswer(outcome: ExportOutcome, list: TableList, about: string): Rendered {
  const { unit, none, example } = LISTED[list];
  switch (outcome.of) {
    case "export.begun":
      return words(`正在做表格:${about} ${LIST_NAMES[list]},共${outcome.records}${unit}。`, SOON);
    case "export.nothing":
      return words(`${about}:${none},没有做表格。`, `换个时间或地方再说,比如:${example}`);
    case "export.too-many":
      return words(
        `${about}有${outcome.records}${unit},一个表格最多${MOST_EXPORTED}条。`,
        `请分开导出,比如:${example}`,
      );
    default:
      return assertNever(outcome);
  }
}

const LISTED = {
  absences: { unit: "人次", none: "没有缺席", example: "导出 缺席 〔镇〕 二季度" },
  missing: { unit: "位", none: "代表都有记录", example: "导出 未报 〔镇〕 上月" },
  opinions: { unit: "条", none: "没有登记群众意见", example: "导出 意见 〔镇〕 二季度" },
} as const satisfies Record<TableList, Readonly<Record<"unit" | "none" | "example", string>>>;

const SCHEDULED = { week: "上周的履职周报", month: "上月的履职月报" } as const;

// After a long holiday a weekly table is about two weeks.
function scheduledTitle(every: "week" | "month", { from, to }: Subject): string {
  if (every === "month") return monthOf(from) === monthOf(to) ? SCHEDULED.month : "这几个月的履职月报";
  const days = daysBetween(from, to);
  if (days < WEEK_DAYS) return SCHEDULED.week;
  return days < 2 * WEEK_DAYS ? "这两周的履职周报" : "这几周的履职周报";
}
const WEEK_DAYS = 7;

// Nothing to open: one line says so, and what waits for its reader.
function quiet({ subject, desk }: Extract<ExportNews, { kind: "export.quiet" }>): Rendered {
  const { waiting: _theirs, ...counts } = desk;
  const waiting = waitingCounts(counts);
  return {
    ...words(
      `${scheduledTitle("week", subject)}:${subjectWords(subject)},没有新的履职记录,没有做表格。`,
      waiting.length > 0 && `等您办的:${waiting.join(",")}`,
    ),
    choices: waiting.length > 0 ? [says("待办")] : [],
    reusable: true,
  };
}

function ready({ subject, records, file, every, list }: Extract<ExportNews, { kind: "export.ready" }>) {
  if (list !== undefined)
    return {
      ...words(
        `表格做好了:${subjectWords(subject)} ${LIST_NAMES[list]},共${records}${LISTED[list].unit}。`,
        "里面有明细和说明。",
        "有姓名和内容,请勿转发到群里。",
      ),
      files: [file],
    };
  const title = every === undefined ? "表格做好了" : scheduledTitle(every, subject);
  return {
    ...words(
      `${title}:${subjectWords(subject)},共${records}条记录。`,
      "里面有汇总、上年同期、每条记录和说明。",
      "有姓名和内容,请勿转发到群里。",
    ),
    files: [file],
  };
}
