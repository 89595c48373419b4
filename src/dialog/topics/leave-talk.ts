import type { Day } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import { readLeave } from "#src/understanding/leave.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { saysComing } from "../notice-answer.ts";
import { readLeaveTalk } from "../read-leave-talk.ts";
import { reasonAsSaid } from "../reason-as-said.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask, inFocus, say, without } from "../turns.ts";
import { activityIn } from "./activity.ts";
import { kindIn } from "../kind-in.ts";
import { dropLeave } from "./leave.ts";
import type { Said } from "./report.ts";

/**
 * What a deputy says of leave besides asking for what is ahead: it is taken back, asked for belatedly, or asked about.
 * None of it ever asks for leave from what is to come. Undefined for all else.
 */
export function hearLeaveTalk(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const { speaker, today, people } = facts;
  if (speaker.kind !== "member" || speaker.mandates.length === 0) return undefined;
  // 异议 活-2026-003 我请过假: said as the help says it, it is heard as that.
  if (/^\s*异议/u.test(text)) return undefined;
  const talk = readLeaveTalk(text, today, people);
  const activity = activityIn(text);
  const named = activity === undefined ? {} : { activity };
  switch (talk?.means) {
    case undefined:
      return undefined;
    case "takes-back":
      return comesToIt(dialog, text, talk.on, facts) ?? takeBack(dialog, text, talk.on);
    case "denies": {
      const on = talk.on === undefined ? {} : { on: talk.on };
      const back = { leaveBack: true, ask: true, ...named, ...on, ...kindIn(text) } as const;
      return ask(without(dialog, "leave"), { do: "activity.coming", ...back });
    }
    case "belated":
      return ask(without(dialog, "leave"), {
        do: "activity.leave",
        belated: talk.on,
        ...named,
        ...grounds(text),
      });
    case "asks-decided":
      return ask(dialog, { do: "activity.own-leaves" });
    case "comes-late": {
      const { foretold, on } = talk;
      if (foretold === undefined) return say(dialog, { kind: "activity.leave-hint", of: "comes-late" });
      const day = on === undefined ? {} : { on };
      return ask(without(dialog, "leave"), { do: "activity.coming", foretold, ...named, ...day });
    }
    case "asks-how-back":
    case "back-and-more":
      return say(dialog, { kind: "activity.leave-hint", of: talk.means });
  }
}

// 15号不请假了,我要来, where no leave was asked for: that he or she comes is the answer all the same.
function comesToIt(dialog: Dialog, text: string, day: Day | undefined, facts: Facts): Turn | undefined {
  const then = (facts.invitations ?? []).filter((one) => day === undefined || one.on === day);
  const [one, ...others] = then;
  if (one === undefined || others.length > 0 || one.answer === "leave" || !saysComing(text)) return undefined;
  return ask(without(dialog, "leave"), { do: "activity.coming", activity: one.number });
}

function takeBack(dialog: Dialog, text: string, day: Day | undefined): Turn {
  const open = inFocus(dialog);
  const kind = kindIn(text);
  const activity = activityIn(text);
  // What was only begun is let go; nothing else of it was ever asked for.
  if (open?.at === "leave" && day === undefined && activity === undefined && kind.kind === undefined)
    return dropLeave(dialog);
  const named = activity === undefined ? {} : { activity };
  const on = day === undefined ? {} : { on: day };
  return ask(without(dialog, "leave"), { do: "activity.coming", leaveBack: true, ...named, ...on, ...kind });
}

const ORDER =
  /(?:我|想|要|请|麻烦|帮我|给我|补办|补交|补上|补|一?下|一?个|一?张|一?次|的)*(?:[病事公]?假条?|请假)(?:手续|申请)?|\d{4}年|\d{1,2}月|\d{1,2}[日号]|那(?:天|次|场|个)?|这(?:次|场)|活动|会议|小组|昨天|前天|上周.|没(?:能|有)?(?:来|去|到|参加)成?|[\s,。:;.!]/gu;

// The words are the deputy's own; without a ground among them the ground is asked for.
function grounds(text: string): { reason?: ReturnType<typeof readLeave>["reason"]; note?: string } {
  const words = withoutNumbers(text).normalize("NFKC").trim();
  const rest = words.replace(ORDER, "");
  if (rest.length < 2) return {};
  const { reason } = readLeave(`请假,${words.replace(/补?请?[病事公]?假/gu, "")}`, []);
  return { reason: reasonAsSaid(reason, words), note: words };
}
