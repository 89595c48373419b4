import type { Facts } from "#src/domain/facts.ts";
import type { NamedReport } from "#src/domain/requests/obligation.ts";
import { type Submission, SUBMISSIONS, submissionIn, withoutReport } from "#src/domain/submission.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import type { Said } from "../topics/report.ts";
import { pageIn } from "../page-in.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const refuse = (dialog: Dialog, why: "no-kind" | "no-name"): Turn =>
  say(dialog, { kind: "obligation.refused", why });

/** Hands in a report: the first words name it, the rest is the report. */
export const submit: Command = (dialog, rest, { files = [], at }) => {
  const [head = ""] = rest.split(/[\s,:。]/u);
  const submission = submissionIn(head);
  if (submission === undefined) return refuse(dialog, "no-kind");
  const text = rest.slice(head.length).replace(/^[\s,:。]+/u, "");
  const { handing: _, ...bare } = dialog;
  const next =
    text === "" && files.length === 0 ? { ...bare, handing: { submission, at: at.toISOString() } } : bare;
  return ask(next, { do: "obligation.submit", submission, text, files });
};

type Named = { readonly whose: NamedReport; readonly left: string };

const REPORT =
  "(?<report>年度履职报告|年度报告|履职报告|述职报告|年度总结|年终总结|工作总结|履职总结|年报|述职|履职自评|自评|总结|报告)";
const MINE = "(?:我的|我|今年的?|本年度?的?|这个|那个|那份)*";
const WHETHER = "(?:没有|没得|没|不得|吗|么)";
const END = "[啊呀呢哦哈嘛?!。]*$";
// 我的报告交了没有, 年度报告交没交: asks, and hands nothing in.
const ASKS_WHETHER = new RegExp(
  `^(?:请问|帮我看看?|查一?下)?(?:${MINE}${REPORT}(?:我|是不是|到底)*(?:(?:提交|上交|交)(?:上去|上)?(?:了|过)?${WHETHER}|交没交)|${MINE}(?:提交|上交|交)(?:了|过)?${MINE}${REPORT.replace("report", "other")}(?:了)?${WHETHER})${END}`,
  "u",
);
const NAMED = "(?<report>履职自评|自评|自我评价|述职报告|年度履职报告|履职报告|年度报告|年度总结|年终总结)";
const OF_YEAR = "(?:我|的|本人|今年|去年|上年度?|本年度?|这个|那个|那份|刚才)*";
const AGAIN = "(?:重新|重|再|补)?";
const HANDS_IN = new RegExp(
  `^(?:(?:我来?|帮我|怎么|怎样|如何|咋个?|要|想)*${AGAIN}(?:提交|上交|交)(?:一?下|一?份|个)?${OF_YEAR}${REPORT}(?:吧)?|${OF_YEAR}${REPORT.replace("report", "other")}(?:怎么|怎样|如何|咋个?|要怎么)(?:提交|上交|交|弄)|${OF_YEAR}${REPORT.replace("report", "wrong")}(?:我)?(?:写|交|发|弄)?(?:错|漏)(?:了)?,?(?:我)?(?:要|想)?(?:重新|重|再)(?:提交|交|发|写)(?:一?份|一?下|一?次)?)${END}`,
  "u",
);

// 自评:今年走访40户,…, 重新提交自评 全年…, 补交去年自评:…: the report itself, by its name and what parts it from that.
const TELLS = new RegExp(
  `^(?:这是|下面是|以下是|我(?:把|来)?|重新?|再|补|提交|上交|交)*${OF_YEAR}${NAMED}(?:我)?(?:交了|写好了|如下|来了)?:\\s*(?=[^]{8})`,
  "u",
);
// 重新提交自评 全年走访…: a blank parts it where the order stands before it.
const ANEW = new RegExp(
  `^(?:我|我来|我要)?(?:重新|重|再|补)(?:提交|上交|交)(?:一?下|一?份)?${OF_YEAR}${NAMED}\\s+(?=[^]{8})`,
  "u",
);
// 这是我的自评,请领导过目。今年我走访…
const SHOWS = new RegExp(
  `^(?:这是|下面是|以下是|附上|这个是)${OF_YEAR}${NAMED}[^\u3002:;]{0,16}[\u3002:;,](?=[^]{16})`,
  "u",
);

/** What a line about a report as a whole does: hands it in, asks whether it was handed in, or how that is done; undefined for all else. */
export function aboutHandingIn(line: string): { readonly run: Command; readonly rest: string } | undefined {
  const told = TELLS.exec(line) ?? ANEW.exec(line) ?? SHOWS.exec(line);
  const report = told?.groups?.["report"];
  if (told !== null && report !== undefined)
    return { run: submit, rest: `${report} ${line.slice(told[0].length)}` };
  const asked = ASKS_WHETHER.exec(line)?.groups;
  if (asked !== undefined) return { run: whether, rest: asked["report"] ?? asked["other"] ?? "" };
  const ordered = HANDS_IN.exec(line)?.groups;
  const named = ordered?.["report"] ?? ordered?.["other"] ?? ordered?.["wrong"] ?? "";
  return submissionIn(named) === undefined ? undefined : { run: submit, rest: named };
}

// A bare 报告 is the yearly one; staff who do not say 我 ask about the others.
const whether: Command = (dialog, rest, said, { speaker }) =>
  isStaff(speaker) && !said.text.includes("我")
    ? ask(dialog, { do: "obligation.late" })
    : ask(dialog, { do: "obligation.whether", submission: submissionIn(rest) ?? "annual_report" });

/** True for a word that orders a report to be handed in without a blank after the order: 提交述职报告. */
export const isOrderToSubmit = (word: string): boolean =>
  /^(?:提交|上交)./u.test(word) && submissionIn(word) !== undefined;

/** Whose report of which kind words are about; the rest is `left`. */
function readNamed(text: string, { people }: Facts): Named | "no-kind" | "no-name" {
  const submission = submissionIn(text);
  if (submission === undefined) return "no-kind";
  const name = findNames(text, people)[0] ?? text.split(/[\s,:的]+/u)[0]?.replace(/代表$/u, "") ?? "";
  if (name === "" || submissionIn(name) !== undefined) return "no-name";
  const mark = findMark(text, name, submission);
  const left = withoutReport(text.replace(name, "").replace(mark ?? "", ""), submission);
  const whose = { submission, name, ...(mark === undefined ? {} : { mark }) };
  return { whose, left: left.replace(/^(?:代表|的|报告|编号|[\s,:()])+/u, "") };
}

/** What stands between a name and its report and tells people of one name apart: 张伟D101, 张伟 羊昌镇. */
function findMark(text: string, name: string, submission: Submission): string | undefined {
  const [before = ""] = text.slice(text.indexOf(name) + name.length).split(SUBMISSIONS[submission].said);
  const mark = before.replace(/^(?:代表|编号|[\s,:()])+|(?:代表|的|[\s,:()])+$/gu, "");
  return /^[A-Za-z]{0,4}-?\d+$|^[\u4e00-\u9fff]{1,12}(?:镇|乡|街道|小组|代表团|站|室|社区)$/u.test(mark)
    ? mark
    : undefined;
}

const decided =
  (what: "obligation.accept" | "obligation.read"): Command =>
  (dialog, rest, _said, facts) => {
    const named = readNamed(rest, facts);
    if (typeof named === "string") return refuse(dialog, named);
    return ask(dialog, { do: what, ...named.whose });
  };

/** What 退回 means where a report is named and no record's number; undefined for anything else. */
export function sendReportBack(dialog: Dialog, rest: string, facts: Facts): Turn | undefined {
  const named = readNamed(rest, facts);
  if (typeof named === "string") return undefined;
  const { whose, left } = named;
  const reason = left.replace(/^(?:理由|原因|因为)?[\s,:]*/u, "");
  return ask(dialog, { do: "obligation.return", ...whose, reason });
}

const THIS_YEAR = /今年|本年度?|年度/gu;

const owed: Command = (dialog: Dialog, rest: string, _said: Said, facts: Facts) => {
  if (!isStaff(facts.speaker)) return ask(dialog, { do: "obligation.own" });
  // The list is of what is owed now: a stretch of time in the order would be left out unsaid.
  const [stretch] = findDates(rest.replace(THIS_YEAR, ""), { today: facts.today, prefer: "past" });
  if (stretch !== undefined)
    return say(dialog, { kind: "figures.not-heeded", of: "owed", what: stretch.text });
  const submission = submissionIn(rest);
  const page = pageIn(rest);
  return ask(dialog, {
    do: "obligation.late",
    ...(submission === undefined ? {} : { submission }),
    ...(page === undefined ? {} : { page }),
  });
};

const own: Command = (dialog, rest) => {
  const page = pageIn(rest);
  return ask(dialog, { do: "obligation.own", ...(page === undefined ? {} : { page }) });
};

/** Handing in what is owed, taking it, and who is late. */
export const OBLIGATION_COMMANDS: Commands = {
  提交: submit,
  上交: submit,
  接收: decided("obligation.accept"),
  收下: decided("obligation.accept"),
  查看: decided("obligation.read"),
  应办: own,
  我的应办: own,
  未交: owed,
  应交: owed,
};
