import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { isStaff } from "../audience.ts";
import { pageIn } from "../page-in.ts";
import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { activityIn } from "../topics/activity.ts";
import { announce } from "../topics/announce.ts";
import { hearLeave } from "../topics/leave.ts";
import { hearWithdrawal } from "../topics/withdrawal.ts";
import { ask, say } from "../turns.ts";
import { wayIn } from "../way-in.ts";
import type { Command, Commands } from "./command.ts";

const publish: Command = (dialog, rest, said, facts) => {
  if (!isStaff(facts.speaker)) return say(dialog, { kind: "help.refused", why: "staff-only" });
  return announce(dialog, rest, said, facts);
};

const list: Command = (dialog, rest) => {
  const page = pageIn(rest);
  return ask(dialog, { do: "activity.list", ...(page === undefined ? {} : { page }) });
};

const coming: Command = (dialog, rest) => {
  const activity = activityIn(rest);
  const bare = rest.trim() === "" ? ({ bare: true } as const) : {};
  return ask(dialog, { do: "activity.coming", ...(activity === undefined ? bare : { activity }) });
};

const withoutNumber = (text: string): string => withoutNumbers(text).replace(/^[\s,:。]+|[\s,:。]+$/gu, "");

const decideLeave =
  (approve: boolean): Command =>
  (dialog, rest, _, { people }) => {
    const activity = activityIn(rest);
    const which = activity === undefined ? {} : { activity };
    const plain = withoutNumber(rest);
    const { names, words } = namesAhead(plain, people);
    const [name = ""] = names;
    // Without a name what waits is shown.
    if (name === "") return ask(dialog, { do: "figures.todo", what: "leaves" });
    const note = words.replace(/^(?:理由|原因|因为)(?:是[\s:]*|[\s:]+)/u, "");
    const several = { do: "activity.decide-leaves", approve, note, ...which } as const;
    if (IS_ALL.test(name)) return ask(dialog, { ...several, names: "everybody" });
    if (names.length > 1) return ask(dialog, { ...several, names });
    return ask(dialog, {
      do: "activity.decide-leave",
      name: name.replace(/代表$/u, ""),
      approve,
      note,
      ask: true,
      ...which,
    });
  };

const IS_ALL = /^(?:全部|全都|都|所有人?|大家)$/u;
const BETWEEN = /[\s,:\u3001]+/u;
const AND = /[和及与跟]/u;

// 李明、王芳 情况属实: the names that open the line, and what is said after them. What 、 joins is a name, known or not.
function namesAhead(
  plain: string,
  people: readonly string[],
): { readonly names: readonly string[]; readonly words: string } {
  const isKnown = (one: string): boolean => people.includes(one.replace(/代表$/u, ""));
  const pieces = plain
    .split(BETWEEN)
    .filter((one) => one !== "")
    .flatMap((one) => (!isKnown(one) && one.split(AND).every(isKnown) ? one.split(AND) : [one]));
  const [first = ""] = plain.split(/[\s,:]+/u);
  const joined = first.split("\u3001").filter((one) => one !== "").length;
  const unknown = pieces.findIndex((one) => !isKnown(one));
  const count = Math.max(joined, unknown === -1 ? pieces.length : unknown, 1);
  const last = pieces[count - 1] ?? "";
  return {
    names: pieces.slice(0, count).map((one) => one.replace(/代表$/u, "")),
    words: plain.slice(plain.indexOf(last) + last.length).replace(/^[\s,:]+/u, ""),
  };
}

/** Calls an activity off; a number of something that was filed means that. */
export const cancel: Command = (dialog, rest, said, facts) => {
  const activity = activityIn(rest);
  if (activity !== undefined && !isStaff(facts.speaker))
    return say(dialog, { kind: "activity.not-yours-to-cancel", activity });
  if (activity === undefined && numbersIn(rest).length > 0) return hearWithdrawal(dialog, rest, said, facts);
  if (activity === undefined) return say(dialog, { kind: "activity.refused", why: "activity-unknown" });
  const reason = withoutNumber(rest).replace(/^(?:理由|原因|因为)(?:是[\s:]*|[\s:]+)/u, "");
  return ask(dialog, { do: "activity.cancel", activity, reason });
};

// What was called off was told to everybody: it is called anew.
const bringBack: Command = (dialog, _rest, _said, facts) =>
  isStaff(facts.speaker)
    ? say(dialog, { kind: "activity.refused", why: "activity-called-off" })
    : say(dialog, { kind: "help.refused", why: "staff-only" });

const EVERYBODY = /全部|全体|所有|大家|每个人|人人|都|全(?:通知|告)/u;

/** Writes down that deputies were told by telephone or on paper. */
export const enterNotice: Command = (dialog, rest, _said, facts) => {
  const activity = activityIn(rest);
  if (activity === undefined) return say(dialog, { kind: "activity.refused", why: "activity-unknown" });
  const words = withoutNumber(rest);
  const way = wayIn(words);
  const day = findDates(words, { today: facts.today, prefer: "past" }).find((one) => !one.wide);
  const named = findNames(words, facts.people);
  return ask(dialog, {
    do: "activity.enter-notice",
    activity,
    names: named.length === 0 && EVERYBODY.test(words) ? "everybody" : named,
    // Long numbers are telephone numbers.
    words: words.replace(/(?<![A-Za-z])\d{6,}/gu, ""),
    way,
    ...(day === undefined ? {} : { on: day.start }),
  });
};

/** Publishing activities, answering them, and leave. */
export const ACTIVITY_COMMANDS: Commands = {
  发布活动: publish,
  通知: publish,
  活动: list,
  我的活动: list,
  参加: coming,
  请假: (dialog, _rest, said, facts) => hearLeave(dialog, said, facts),
  准假: decideLeave(true),
  不准: decideLeave(false),
  不准假: decideLeave(false),
  取消活动: cancel,
  恢复活动: bringBack,
  撤销取消: bringBack,
  已通知: enterNotice,
};
