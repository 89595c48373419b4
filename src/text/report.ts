import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { ReportNews } from "#src/domain/requests/report-news.ts";
import { filesWait } from "./file.ts";
import { assertNever } from "#src/kernel/never.ts";
import { type OpenThing, thingWords } from "./open-thing.ts";
import { type Rendered, words } from "./rendered.ts";
import { card, type CardView, fields, type WhichItem, whichItem } from "./report-card.ts";
import { filed, type ReportFiled } from "./report-filed.ts";
import { short } from "./format.ts";
import { numberList } from "./number-list.ts";
import { amended, type ReportAmended } from "./report-amended.ts";
import { type NotRead, notRead } from "./report-not-read.ts";
import { renderReportNews } from "./report-news.ts";
import { type ReportWhich, which } from "./report-which.ts";
import { type ReportWhose, askWhose } from "./report-whose.ts";
import { type Question, renderQuestion } from "./question.ts";
import { someNames } from "./some-names.ts";
import { soon } from "./soon.ts";

/** Everything that is said about reports. */
export type ReportReply =
  | ReportNews
  | ReportWhich
  | ReportWhose
  /** `again` when it comes back after another topic. */
  | ({
      readonly kind: "report.card";
      readonly again?: true;
      /** Somebody wanted it to be different: whether it is now. */
      readonly changed?: boolean;
    } & CardView)
  | ({ readonly kind: "report.question" } & Question)
  | ({ readonly kind: "report.fields" } & CardView)
  | ({ readonly kind: "report.which-item" } & WhichItem)
  | ({ readonly kind: "report.not-read" } & NotRead)
  /** `undone` where 撤销 was said: what was filed before is as it was; `files` that wait for the next sentence. */
  | {
      readonly kind: "report.dropped";
      readonly undone?: true;
      readonly files?: number;
      /** What it was. */
      readonly thing?: OpenThing;
    }
  | ReportFiled
  | {
      readonly kind: "report.withdrawn";
      readonly numbers: readonly string[];
      readonly late?: true;
      readonly cosigned?: true;
      readonly entered?: readonly string[];
    }
  | ReportAmended
  /** A changed message that cannot be laid upon what was filed of it. */
  | { readonly kind: "report.edit-unclear"; readonly numbers: readonly string[] }
  /** The day that a record is to be moved to does not exist. */
  | { readonly kind: "report.no-such-day"; readonly said: string; readonly number?: string }
  | { readonly kind: "report.refused"; readonly why: ReportRefusal };

/** Puts a reply about reports into words. */
export function renderReport(reply: ReportReply): Rendered {
  switch (reply.kind) {
    case "report.card":
      return card(reply, reply.again === true, reply.changed);
    case "report.question":
      return renderQuestion(reply);
    case "report.which-item":
      return whichItem(reply);
    case "report.fields":
      return askField(reply);
    case "report.not-read":
      return notRead(reply);
    case "report.dropped":
      return dropped(reply);
    case "report.whose":
    case "report.whose-deed":
    case "report.whose-each":
    case "report.one-by-one":
      return askWhose(reply);
    case "report.which":
      return which(reply);
    case "report.filed":
      return filed(reply);
    case "report.withdrawn":
      return withdrawn(reply);
    case "report.edit-unclear":
      return editUnclear(reply.numbers);
    case "report.amended":
      return amended(reply);
    case "report.no-such-day":
      return words(
        `没有“${short(reply.said, 12)}”这一天,没有改动。`,
        `请核对日期再说,比如:改${reply.number === undefined ? "" : ` ${reply.number} `}时间 昨天`,
      );
    case "report.refused":
      return words(...REFUSED[reply.why]);
    case "report.entered":
    case "report.entered-withdrawn":
    case "report.companion":
      return renderReportNews(reply);
    default:
      return assertNever(reply);
  }
}

const withdrawn = ({
  numbers,
  late,
  cosigned,
  entered,
}: Extract<ReportReply, { kind: "report.withdrawn" }>): Rendered =>
  entered === undefined
    ? words(
        `已撤销${cosigned === true ? "附议" : ""}:${numberList(numbers)}`,
        late === true && `记下已超过24小时,撤销留有记录,${soon("告诉镇街工作人员。")}`,
        `不再计入履职。${cosigned === true ? "" : "撤错了,回“恢复”。"}`,
      )
    : words(
        `已撤销您替${someNames(entered, 3)}代表记的:${numberList(numbers)}`,
        soon("告诉本人。"),
        "要重新记,把对的再说一遍。",
      );

// The taps are of the first of several.
const askField = (view: CardView): Rendered => ({
  text:
    view.reports.length + view.opinions.length < 2
      ? "要改哪一项?点一下,或者直接说,比如:改时间 昨天下午"
      : "改第①条,点一下。改别的,直接说是第几条,比如:第二条时间改成昨天",
  choices: fields(view),
});

function dropped({ undone, files, thing }: Extract<ReportReply, { kind: "report.dropped" }>): Rendered {
  const waits = files !== undefined && filesWait(files);
  const what = thing === undefined ? undefined : thingWords(thing);
  return undone === true
    ? words(
        `好的,没确认的这张不记了${what === undefined ? "" : `:${what}`}。`,
        "以前记好的没有动。",
        waits,
        "要撤销记好的,请说:撤销 加编号",
      )
    : words("好的,这条不记。", waits, "以后想记,说一句做了什么就行。");
}

const REFUSED = {
  "future-date": ["这个日子还没到,等办完了再记。", "要请假请说,比如:9月25日小组活动请假,出差"],
  "future-time": ["这个时间还没到,等办完了再记。", "时间说错了?比如说:改时间 昨天下午3点"],
  "before-mandate": ["这一天不在代表任期里(或者正在暂停),不能记为履职。", "日子说错了?比如说:改时间 昨天"],
  "no-such-person": ["名单里没有这位代表。", "请核对姓名再说一遍,比如:代报 李明 昨天走访3户"],
  "nothing-entered": [
    "您替这位代表记的,没有还在等回话的,什么都没动。",
    "本人报的、已经认了的,要改请退回,比如:退回 履-2026-00012 日期不对",
  ],
  "nothing-to-withdraw": ["没有可以撤销的记录。", "要撤销哪一条,请带上编号,比如:撤销 履-2026-00012"],
  "already-verified": [
    "这条已经核实,自己不能改、不能撤。",
    "要改,请镇街人大工作人员退回,他们说:退回 编号 理由。",
    "退回以后,您就能自己改。",
  ],
  "agreed-to": [
    "这条本人已经说对,或满七天已经计入,代记的人撤不了。",
    "不属实,请退回,比如:退回 履-2026-00012 数量不对",
  ],
  "take-back-first": ["替代表记的不能直接改,已经请本人核对了。", "请说“撤销”加编号,再把对的说一遍。"],
  "too-late-to-withdraw": ["记下已超过24小时,撤销要请工作人员办理。", "也可以改一项,比如:改时间 昨天"],
  "handed-in": ["提交了的意见撤不回来,会照常办理。", "说错了,请把对的再说一遍。看进度,请说:我的意见"],
  "no-such-case": ["没有找到这个编号。", "请核对编号,比如:意-2026-0001;看自己的,说:我的意见"],
  "not-restored": [
    "没有找到能恢复的记录,别的记录都没有动。",
    "要恢复哪一条,请说编号,比如:恢复 履-2026-00012",
    "意见和建议撤销了,请再说一遍,就重新记上。",
  ],
  "not-returned": ["没有被退回、等您说明的这一条。", "要改一条,请说,比如:改 履-2026-00012 时间 昨天"],
  "never-changed": ["您记的还没有改过。", "看一条原来怎么写的,请说编号,比如:履-2026-00012 改过什么"],
  "no-such-record": ["没有找到这条记录。", "请核对编号,比如:撤销 履-2026-00012"],
  "which-record": ["一次只看一条、改一条。", "比如:履-2026-00012,或:改 履-2026-00012 时间 昨天"],
  "not-a-correction": ["没看懂要改什么,没有改动。", "比如:改 履-2026-00012 数量 12户"],
  "which-year": ["今年的这一天还没到,没有改动。", "要改到去年,请带上年份,比如:改时间 去年12月3日"],
  "origin-withdrawn": [
    "这条已经由同行的代表撤销了,不用再确认。",
    "您自己要记,说一句就行,比如:昨天走访〔村〕12户",
  ],
  "origin-returned": ["这条退回去改正了,先不用确认。", "改好后会再来问您。"],
  "no-such-suggestion": ["没有找到这件建议,没有附议。", "请带上编号,比如:附议 建-2026-003"],
  "which-suggestion": [
    "附议哪一件?请说编号、领衔代表或大意。",
    "比如:附议 建-2026-003,或:附议李明关于路灯的建议",
  ],
  "own-suggestion": ["这是您自己提的建议,不用附议。", "查看进度请说:我的意见"],
} as const satisfies Record<ReportRefusal, readonly string[]>;

const editUnclear = (numbers: readonly string[]): Rendered =>
  words(
    `原来那句话记成了 ${numbers.slice(0, 5).join("、")},改过的这句没有动它。`,
    `要改请带编号说,比如:改 ${numbers[0] ?? "履-编号"} 时间 昨天`,
  );
