import { understand } from "#src/understanding/understand.ts";
import { audienceOf, isStaff } from "../audience.ts";
import { readingContext } from "../card.ts";
import { readAsked } from "../read-asked.ts";
import { activityIn } from "../topics/activity.ts";
import { hearIntent } from "../intents.ts";
import { hearOwedAsked } from "../topics/owed-asked.ts";
import { missingBasis } from "../topics/lists-asked.ts";
import { ask, say } from "../turns.ts";
import { namesNumber } from "../words.ts";
import type { Command, Commands } from "./command.ts";

const nudge: Command = (dialog, rest, said, facts) => {
  const activity = activityIn(rest);
  if (activity !== undefined)
    return ask(dialog, { do: "activity.nudge-preview", messageId: said.messageId, activity });
  const owed = isStaff(facts.speaker) ? hearOwedAsked(dialog, `催${rest}`, facts) : undefined;
  if (owed !== undefined) return owed;
  const words = rest.replace(/^未报(?:的)?/u, "");
  const { asked, unread } = readAsked(words, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return ask(dialog, { do: "nudge.list", messageId: said.messageId, basis: missingBasis(asked, facts) });
};

const feedback: Command = (dialog, rest, said, facts) => {
  const done = /^(?:办结|已办)\s*(?<id>\d+)$/u.exec(rest)?.groups?.["id"];
  if (done !== undefined) return ask(dialog, { do: "feedback.close", id: Number(done) });
  const staff = isStaff(facts.speaker);
  if (rest === "" || (staff && /^\d{1,4}$/u.test(rest)))
    return staff
      ? ask(dialog, { do: "feedback.list", page: Math.max(1, Number(rest)) })
      : say(dialog, { kind: "feedback.empty" });
  return ask(dialog, { do: "feedback.leave", text: rest, messageId: said.messageId });
};

// 值班 is also something deputies do at their station, and report.
const onCall: Command = (dialog, rest, said, facts) => {
  // Nobody is on call for an activity or a record.
  if (namesNumber(rest)) return say(dialog, { kind: "help.not-understood", audience: audienceOf(facts) });
  const wish = ON_CALL.find(([, words]) => words.test(rest))?.[0];
  if (!isStaff(facts.speaker) || (wish === undefined && rest !== "")) {
    const known = ONE_NAME.test(rest) ? { ...facts, people: [] } : facts;
    return hearIntent(dialog, understand(said.text, readingContext(known, said.at)), said, facts);
  }
  return ask(dialog, wish === undefined ? { do: "on-call.show" } : { do: "on-call.set", on: wish === "on" });
};

// A bare name reads the same whether the roster has it or not.
const ONE_NAME = /^[\u4e00-\u9fff]{2,4}$/u;

const ON_CALL: readonly (readonly ["on" | "off", RegExp])[] = [
  ["on", /^(?:开|开始|打开|上班)$/u],
  ["off", /^(?:关|关了|关掉|结束|下班|不值了?)$/u],
];

const erased: Command = (dialog) => ask(dialog, { do: "retention.show" });

/** Reminding those who have not reported, being on call, what was erased, and what people say about the program itself. */
export const OFFICE_COMMANDS: Commands = {
  催: nudge,
  催报: nudge,
  值班: onCall,
  反馈: feedback,
  清理记录: erased,
  保存期限: erased,
};
