import { understand } from "#src/understanding/understand.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { readingContext } from "../card.ts";
import { companionsPutRight } from "../companions-put-right.ts";
import { asksWhatChanged } from "../asks-what-changed.ts";
import { hearAmendsOfEach } from "../hear-amends-of-each.ts";
import { isStaff } from "../audience.ts";
import { readCorrection } from "../read-correction.ts";
import { saidOfOthers } from "../said-for.ts";
import { sentBack } from "../sent-back.ts";
import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { hearForBoth } from "../topics/for-both.ts";
import { hearCosigning } from "../topics/suggestion.ts";
import { uncountedIn } from "../uncounted.ts";
import { hearWithdrawal } from "../topics/withdrawal.ts";
import { hearOnBehalf } from "../topics/whose.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

/** Takes back the card in view, or what the rest of the line means. */
export const withdraw: Command = (dialog, rest, said, facts) => hearWithdrawal(dialog, rest, said, facts);

/** Reports for a deputy whom the speaker looks after. */
export const onBehalf: Command = (dialog, rest, said, facts) =>
  hearForBoth(dialog, { ...said, text: `代报 ${rest}` }, facts) ?? hearOnBehalf(dialog, rest, said, facts);

const cosign: Command = (dialog, rest, said, facts) => {
  const read = understand(`附议${rest}`, readingContext(facts, said.at));
  return hearCosigning(dialog, read.suggestion ?? { title: rest }, said);
};

const VERB = /^(?:记录|查看?|看看?|改|更正|修改|把|将)?[\s,:的]*/u;
const ABOUT_RECORD = new RegExp(`${VERB.source}履[\\s-]*20\\d{2}[\\s-]*\\d`, "u");

/**
 * True for a line that begins with the number of a record, alone or after a word that asks for it or changes it, and for
 * one that asks what was changed.
 */
export const isAboutRecord = (line: string): boolean => ABOUT_RECORD.test(line) || asksWhatChanged(line);

// 履-2026-00020是谁的, 把履-2026-00020详细给我看.
const SHOWN =
  /^(?:的|是)*(?:谁(?:的|报的|做的|记的|交的)?|(?:详细|具体|完整)?(?:情况|内容|详情|明细|信息)?(?:给我|发我|让我)?(?:看一?[下看]?|看看|说说|是什么|怎么写的|调出来)?)[?呢吧。]*$/u;

/** 8户, 约30人: an amount by itself is no longer. */
const LONGEST_AMOUNT = 8;

/**
 * 履-2026-00012 shows that record; with words after it they are a correction of it, read as if it were of the latest:
 * 改 履-2026-00012 时间 昨天.
 */
export const aboutRecord: Command = (dialog, line, said, facts) => {
  const [number, other] = numbersIn(line, "履");
  const words = withoutNumbers(line).replace(VERB, "");
  if (asksWhatChanged(withoutNumbers(line))) return ask(dialog, { do: "record.show", number, changes: true });
  if (number === undefined && asksWhatChanged(line)) return ask(dialog, { do: "record.show", changes: true });
  if (number === undefined || other !== undefined)
    return (
      hearAmendsOfEach(dialog, undefined, said, facts) ??
      say(dialog, { kind: "report.refused", why: "which-record" })
    );
  if (words === "" || SHOWN.test(words)) return ask(dialog, { do: "record.show", number });
  // 改成8户 is said whole to whoever has to do it.
  const asked = /^[成为到]/u.test(words) ? `改${words}` : words;
  const back = isStaff(facts.speaker) ? sentBack(asked, facts) : undefined;
  if (back !== undefined) return ask(dialog, { do: "verify.return", number, reason: back, ask: true });
  if (saidOfOthers(words) === "wrong" && !isStaff(facts.speaker))
    return ask(dialog, { do: "report.acknowledge", numbers: [number], right: false, unsure: true });
  const plain = companionsPutRight(words, facts) ?? uncountedIn(words);
  if (plain !== undefined) return ask(dialog, { do: "report.amend", number, amendment: plain });
  const change = `改${words.replace(VERB, "")}`;
  const { correction } = understand(change, readingContext(facts, said.at));
  const both = readCorrection(change, facts, said.at);
  if (both?.also !== undefined) return ask(dialog, { do: "report.amend", number, amendment: both });
  const amendment =
    correction?.value === undefined && words.length <= LONGEST_AMOUNT
      ? readCorrection(`不对,是${words.replace(/^[成为到]/u, "")}`, facts, said.at)
      : correction;
  if (amendment?.value === undefined) {
    const day = findDates(words, { today: facts.today, prefer: "past" }).find(
      (one) => one.impossible === true,
    );
    if (day !== undefined) return say(dialog, { kind: "report.no-such-day", said: day.text, number });
  }
  return amendment?.value === undefined
    ? say(dialog, { kind: "report.refused", why: "not-a-correction" })
    : ask(dialog, { do: "report.amend", number, amendment });
};

/** Taking back, and reporting on somebody's behalf. */
export const REPORT_COMMANDS: Commands = {
  撤销: withdraw,
  撤回: withdraw,
  "/undo": withdraw,
  代报: onBehalf,
  附议: cosign,
};
