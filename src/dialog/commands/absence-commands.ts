import type { Facts } from "#src/domain/facts.ts";
import { SURNAME } from "#src/domain/personal-data/surname.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { activityIn } from "../topics/activity.ts";
import { daysNamed, openObjecting, pickObjected } from "../topics/objecting.ts";
import { ask, say } from "../turns.ts";
import { wayIn } from "../way-in.ts";
import type { Command, Commands } from "./command.ts";

/** An objection in any words: which absence is meant is in its number, or in a day that is named. */
const object: Command = (dialog, rest, said, facts) => {
  const { today } = facts;
  const open = rest === "" ? openObjecting(dialog) : undefined;
  const picked = open === undefined ? undefined : pickObjected(dialog, open, said, facts);
  if (picked !== undefined) return picked;
  const activity = activityIn(rest);
  const text = withoutNumbers(rest).replace(/^[\s,:。]+/u, "");
  const on = daysNamed(text, today);
  return ask(dialog, {
    do: "absence.object",
    text,
    ...(activity === undefined ? {} : { activity }),
    ...(on.length === 0 ? {} : { on }),
  });
};

/** Whose absence the office means, and what else it says. */
function readMeant(said: string, { people }: Facts) {
  const activity = activityIn(said);
  const rest = withoutNumbers(said);
  const name = findNames(rest, people)[0] ?? rest.split(/\s+/u)[0] ?? "";
  const words = rest.replace(name, "").replace(/^(?:代表)?[\s,:]*/u, "");
  return { meant: { name, ...(activity === undefined ? {} : { activity }) }, words };
}

type Meant = ReturnType<typeof readMeant>;

// 异议不成立 没有证明: a reason is no name; whose it is, is then what waits. A name that nobody knows stays one.
const A_NAME = new RegExp(`^${SURNAME}[\u4e00-\u9fff]{1,2}(?:代表)?(?![\u4e00-\u9fff])`, "u");
const withoutReason = ({ meant, words }: Meant, { people }: Facts): Meant =>
  people.includes(meant.name) || A_NAME.test(meant.name)
    ? { meant, words }
    : { meant: { ...meant, name: "" }, words: [meant.name, words].join(" ").trim() };

// 异议成立 李明 算到会: what the office says it counts as.
const COUNTED = /^[\s,:]*(?:这次)?(?:[算按计]|改?记为|改为)?(到会|到了会|请假)(?=[\s,:。]|$)[\s,:。]*/u;

const decide =
  (uphold: boolean): Command =>
  (dialog, rest, _said, facts) => {
    const { meant, words } = withoutReason(readMeant(rest, facts), facts);
    const as = uphold ? COUNTED.exec(words)?.[1] : undefined;
    const note = (as === undefined ? words : words.replace(COUNTED, ""))
      .replace(/^(?:理由|原因|因为)?(?:是)?[\s:]*/u, "")
      .trim();
    const counted = as === undefined ? {} : { as: as === "请假" ? ("leave" as const) : ("present" as const) };
    return ask(dialog, { do: "absence.decide-objection", ...meant, ...counted, uphold, note });
  };

const closeCase: Command = (dialog, rest, _said, facts) => {
  const { meant, words: note } = readMeant(rest, facts);
  return ask(dialog, { do: "absence.close-case", ...meant, note });
};

// 已告知 李明 活-2026-002 电话 11月20日: told by staff, in the words of 已通知.
const enterTold: Command = (dialog, rest, _said, facts) => {
  const { meant, words } = readMeant(rest, facts);
  const { activity, name } = meant;
  if (activity === undefined || name === "")
    return say(dialog, { kind: "attendance.refused", why: "told-which" });
  const way = wayIn(words);
  const day = findDates(words, { today: facts.today, prefer: "past" }).find((one) => !one.wide);
  const on = day === undefined ? {} : { on: day.start };
  return ask(dialog, { do: "absence.enter-told", activity, name, way, ...on });
};

/** Absences that were told of, objections to them, and what the office decides on them. */
export const ABSENCE_COMMANDS: Commands = {
  异议: object,
  已告知: enterTold,
  已核查: closeCase,
  异议成立: decide(true),
  异议不成立: decide(false),
};
