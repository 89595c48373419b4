import type { Day } from "#src/domain/day.ts";
import type { ObligationNews } from "#src/domain/requests/obligation-news.ts";
import type { HandedFile, ObligationOutcome } from "#src/domain/requests/obligation.ts";
import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";
import { type Submission, SUBMISSIONS } from "#src/domain/submission.ts";
import { assertNever } from "#src/kernel/never.ts";
import { day, short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { pageMark, pageTaps } from "./figure-words.ts";
import { lateLines, lateNames } from "./owed-late.ts";
import { dueWords, owedLine } from "./owed-words.ts";
import { OBLIGATION_REFUSED } from "./obligation-refused.ts";
import { paperAnswer, paperNews } from "./on-paper.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { soon } from "./soon.ts";
import { whetherHandedIn } from "./whether-handed-in.ts";

/** Everything that is said about what deputies owe. */
export type ObligationReply =
  | ObligationNews
  | { readonly kind: "obligation.answer"; readonly outcome: ObligationOutcome; readonly today: Day }
  | { readonly kind: "obligation.refused"; readonly why: ObligationRefusal | "no-kind" | "no-name" };

/** Puts what is said about reports and other things owed into words. */
export function renderObligation(reply: ObligationReply): Rendered {
  switch (reply.kind) {
    case "obligation.handed-in":
      return handedIn(reply);
    case "obligation.accepted":
      return words(`${reply.by}收下了您的${reply.title}。`, "这件事办好了,不用再做什么。");
    case "obligation.came-back":
      return words(
        `${reply.by}请您改一改${reply.title}:`,
        `“${short(reply.reason, 100)}”`,
        `改好了再交:提交${SUBMISSIONS[reply.submission].name} 正文`,
        `期限:${day(reply.dueOn)}`,
      );
    case "obligation.said-on-paper":
    case "obligation.paper-entered":
    case "obligation.nudged":
      return paperNews(reply);
    case "obligation.answer":
      return answer(reply.outcome, reply.today);
    case "obligation.refused":
      return words(...OBLIGATION_REFUSED[reply.why]);
    default:
      return assertNever(reply);
  }
}

const filesLine = (files: readonly HandedFile[]): string | false =>
  files.length > 0 && `附${files.length}个文件:${short(files.map((one) => one.name).join("、"), 60)}`;

function handedIn(news: Extract<ObligationNews, { kind: "obligation.handed-in" }>): Rendered {
  const { name, personId, text, files, submission } = news;
  return {
    ...words(
      `${name}代表${news.again ? "重新" : ""}交来${news.title}`,
      text !== "" && `“${short(text, 120)}”`,
      filesLine(files),
      toSendBack(name, submission),
    ),
    choices: [
      { label: "收下", act: { do: "obligation.accept", submission, name, personId } },
      { label: "看全文", act: { do: "obligation.read", submission, name, personId } },
    ],
    reusable: true,
    files,
  };
}

function answer(outcome: ObligationOutcome, today: Day): Rendered {
  switch (outcome.of) {
    case "obligation.submitted":
      return words(
        `${outcome.title}交上了${outcome.files > 0 ? `(附${outcome.files}个文件)` : ""}。`,
        outcome.again && "这份代替上一份。",
        "工作人员收下或退回,都会告诉您。",
        outcome.nextDue !== null && `还有一份同样的要交,期限${day(outcome.nextDue)}。`,
      );
    case "obligation.not-owed":
      return notOwed(outcome, today);
    case "obligation.decided":
      return words(
        `${outcome.accepted ? "已收下" : "已退回"}:${outcome.name}代表的${outcome.title}`,
        outcome.wasAccepted === true && "这份原来收下了,现在不算收下,本人要再交。",
        soon("告诉本人。"),
      );
    case "obligation.text":
      return wholeReport(outcome);
    case "obligation.which":
      return which(outcome);
    case "obligation.on-paper":
    case "obligation.which-paper":
    case "obligation.paper-entered":
    case "obligation.nudged":
      return paperAnswer(outcome);
    case "obligation.owned":
      return owned(outcome, today);
    case "obligation.whether":
      return whetherHandedIn(outcome, today);
    case "obligation.late":
      return lateLines(outcome, today);
    case "obligation.late-names":
      return lateNames(outcome, today);
    case "obligation.none-of-kind":
      return words(
        `您管的范围里还没有要交的${SUBMISSIONS[outcome.submission].name}。`,
        outcome.atTermEnd && "届满那年才交;届满的日子登记了,到时会排出来。",
        "看别的,说:未交",
      );
    default:
      return assertNever(outcome);
  }
}

// Whoever has read it goes on from here: it is taken by a tap, and sent back by a line.
function wholeReport(report: Extract<ObligationOutcome, { of: "obligation.text" }>): Rendered {
  const { submission, personId, name, title, text, files } = report;
  return {
    ...words(
      `${name}代表的${title}:`,
      text || "(只有文件)",
      filesLine(files),
      personId !== null && toSendBack(name, submission),
    ),
    choices:
      personId === null
        ? []
        : [{ label: "收下", act: { do: "obligation.accept", submission, name, personId } }],
    reusable: true,
    files,
  };
}

const toSendBack = (name: string, submission: Submission): string =>
  `要退回请说:退回 ${name} ${SUBMISSIONS[submission].name} 理由`;

const which = ({ asked, people }: Extract<ObligationOutcome, { of: "obligation.which" }>): Rendered => ({
  ...words(
    asked.submission === undefined
      ? `${asked.name}交来的不止一份,还没有办。是哪一份?`
      : `有${people.length}位${asked.name}都交了${SUBMISSIONS[asked.submission].name},还没有办。是哪一位?`,
    asked.submission === undefined ? "点一下就行。" : "点一下,或在姓名后面带上编号再说。",
  ),
  choices: people.slice(0, 6).map(({ submission, title, ...one }) => ({
    label: title === undefined ? namesakeWords(one) : `${namesakeWords(one)} ${title}`,
    act: { ...asked, personId: one.personId, ...(submission === undefined ? {} : { submission }) },
  })),
});

/** So many of the reports that may be meant stand in one answer. */
const OFFERED = 4;

function notOwed(
  { asked, text, files, owed }: Extract<ObligationOutcome, { of: "obligation.not-owed" }>,
  today: Day,
): Rendered {
  const names = [...new Set(owed.map((one) => SUBMISSIONS[one.submission].name))];
  const canTap = text !== "" && files === 0;
  return {
    ...words(
      `眼下没有要您交的${SUBMISSIONS[asked].name},还没有提交。`,
      "您可以交的:",
      ...owed.slice(0, OFFERED).map((one) => `${one.title},${dueWords(one.dueOn, today)}`),
      owed.length > OFFERED && `另有${owed.length - OFFERED}份,看全说:应办`,
      canTap ? "就是要交这个?点一下:" : `比如:提交${names[0] ?? ""} 正文`,
    ),
    choices: canTap ? names.map((name) => says(`作为${name}交`, `提交${name} ${text}`)) : [],
  };
}

function owned({ lines }: Extract<ObligationOutcome, { of: "obligation.owned" }>, today: Day): Rendered {
  if (lines.total === 0) return words("眼下没有您要完成的事项。", "有了会提前提醒您。");
  return {
    ...words(
      lines.pages > 1 ? `您要完成的${lines.total}项${pageMark(lines)}:` : "您要完成的:",
      ...lines.rows.map((one) => owedLine(one, today)),
      "交报告说:提交履职报告 正文;也可以附文件。",
    ),
    choices: pageTaps(lines, "应办"),
    reusable: true,
  };
}
