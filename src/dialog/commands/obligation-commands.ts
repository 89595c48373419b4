import type { Facts } from "#src/domain/facts.ts";
import { type Submission, SUBMISSIONS, submissionIn } from "#src/domain/submission.ts";
import { findNames } from "#src/understanding/names.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import type { Said } from "../topics/report.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const refuse = (dialog: Dialog, why: "no-kind" | "no-name"): Turn =>
  say(dialog, { kind: "obligation.refused", why });

/** Hands in a report: the first words name it, the rest is the report. */
export const submit: Command = (dialog, rest, { files = [] }) => {
  const [head = ""] = rest.split(/[\s,:。]/u);
  const submission = submissionIn(head);
  if (submission === undefined) return refuse(dialog, "no-kind");
  const text = rest.slice(head.length).replace(/^[\s,:。]+/u, "");
  return ask(dialog, { do: "obligation.submit", submission, text, files });
};

type Named = { readonly submission: Submission; readonly name: string; readonly left: string };

/** True for a word that orders a report to be handed in without a blank after the order: 提交述职报告. */
export const isOrderToSubmit = (word: string): boolean =>
  /^(?:提交|上交)./u.test(word) && submissionIn(word) !== undefined;

/** Whose report of which kind words are about; the rest is `left`. */
function readNamed(text: string, { people }: Facts): Named | "no-kind" | "no-name" {
  const submission = submissionIn(text);
  if (submission === undefined) return "no-kind";
  const name = findNames(text, people)[0] ?? text.split(/[\s,:的]+/u)[0]?.replace(/代表$/u, "") ?? "";
  if (name === "" || submissionIn(name) !== undefined) return "no-name";
  const left = text.replace(name, "").replace(SUBMISSIONS[submission].said, "");
  return { submission, name, left: left.replace(/^(?:代表|的|报告|[\s,:])+/u, "") };
}

const decided =
  (what: "obligation.accept" | "obligation.read"): Command =>
  (dialog, rest, _said, facts) => {
    const named = readNamed(rest, facts);
    if (typeof named === "string") return refuse(dialog, named);
    return ask(dialog, { do: what, submission: named.submission, name: named.name });
  };

/** What 退回 means where a report is named and no record's number; undefined for anything else. */
export function sendReportBack(dialog: Dialog, rest: string, facts: Facts): Turn | undefined {
  const named = readNamed(rest, facts);
  if (typeof named === "string") return undefined;
  const { submission, name, left } = named;
  const reason = left.replace(/^(?:理由|原因|因为)?[\s,:]*/u, "");
  return ask(dialog, { do: "obligation.return", submission, name, reason });
}

const owed: Command = (dialog: Dialog, rest: string, _said: Said, facts: Facts) => {
  if (!isStaff(facts.speaker)) return ask(dialog, { do: "obligation.own" });
  const submission = submissionIn(rest);
  return ask(dialog, { do: "obligation.late", ...(submission === undefined ? {} : { submission }) });
};

/** Handing in what is owed, taking it, and who is late. */
export const OBLIGATION_COMMANDS: Commands = {
  提交: submit,
  上交: submit,
  接收: decided("obligation.accept"),
  查看: decided("obligation.read"),
  应办: (dialog) => ask(dialog, { do: "obligation.own" }),
  我的应办: (dialog) => ask(dialog, { do: "obligation.own" }),
  未交: owed,
  应交: owed,
};
