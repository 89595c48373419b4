import { ACTIVITY_KINDS } from "#src/domain/activity.ts";
import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import { assertNever } from "#src/kernel/never.ts";
import { leftLine } from "./left-line.ts";
import { renderChangeAnswer } from "./activity-change.ts";
import { renderShown } from "./activity-shown.ts";
import { whichOfDay } from "./which-of-day.ts";
import { renderAnswered } from "./coming-answers.ts";
import { listedActivities } from "./activity-list.ts";
import { activityLine, toTelephone } from "./activity-words.ts";
import { toldApart } from "./activity-labels.ts";
import { day, short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { leavesDecided } from "./leaves-decision.ts";
import { namesakeWords } from "./namesake-words.ts";
import { publishedWords } from "./published-words.ts";
import { severalAnswered } from "./several-answered.ts";
import { soon } from "./soon.ts";
import { renderLeaveAnswer } from "./leave-answers.ts";

type Of<K extends ActivityOutcome["of"]> = Extract<ActivityOutcome, { of: K }>;

/** Puts what became of a wish about activities into words. */
export function renderActivityAnswer(outcome: ActivityOutcome): Rendered {
  switch (outcome.of) {
    case "activity.published":
      return publishedWords(outcome);
    case "activity.which-org":
      return whichOrg(outcome);
    case "activity.shown":
    case "activity.names":
      return renderShown(outcome);
    case "activity.listed":
      return listedActivities(outcome);
    case "activity.changed":
    case "activity.all-answered":
    case "activity.nudged":
    case "activity.which-to-change":
      return renderChangeAnswer(outcome);
    case "activity.called-off":
      return calledOff(outcome);
    case "activity.closed-before":
    case "activity.published-before":
      return beforehand(outcome);
    case "activity.notice-entered":
      return noticeEntered(outcome);
    case "activity.whose-notice":
      return whoseNotice(outcome);
    case "activity.answered":
      return renderAnswered(outcome);
    case "activity.leaves-decided":
      return leavesDecided(outcome);
    case "activity.several-answered":
      return severalAnswered(outcome);
    case "activity.which":
      return which(outcome);
    case "activity.which-of-day":
      return whichOfDay(outcome);
    case "activity.own-leaves":
    case "activity.why-leave":
    case "activity.leave-unsure":
    case "activity.leave-sent":
    case "activity.leave-stands":
    case "activity.leave-waits":
    case "activity.which-wish":
    case "activity.why-refuse":
    case "activity.leave-decided-before":
    case "activity.leave-done":
      return renderLeaveAnswer(outcome);
    default:
      return assertNever(outcome);
  }
}

const noticeEntered = ({ way, told, activity }: Of<"activity.notice-entered">): Rendered =>
  words(
    `已记下${way === "phone" ? "电话" : "书面"}通知:${short(told.map(namesakeWords).join("、"), 80)}`,
    activityLine(activity),
  );

const whoseNotice = ({ request, people }: Of<"activity.whose-notice">): Rendered => ({
  ...words(`名单里有${people.length}位${people[0]?.name ?? ""},还没有记下。通知的是哪一位?`),
  choices: people.slice(0, 6).map((one) => ({
    label: namesakeWords(one),
    act: { ...request, people: [...(request.people ?? []), one.personId] },
  })),
});

function beforehand(outcome: Of<"activity.closed-before" | "activity.published-before">): Rendered {
  const { activity } = outcome;
  const by = outcome.by ?? "别的工作人员";
  if (outcome.of === "activity.published-before")
    return words(
      outcome.row === undefined
        ? `${by}已经发布了同一时间的这场活动,没有再发:`
        : `${by}已经发布了同一时间的这场活动,${outcome.row} 没有改动:`,
      activityLine(activity),
      outcome.row === undefined
        ? `要改,说:改活动 ${activity.number} 地点镇政府二楼`
        : `就是这场的话,计划里不用再留一份,说:取消活动 ${outcome.row}`,
    );
  return words(
    `${by}已经${outcome.state === "final" ? "定稿" : "取消"}了这场活动,没有改动:`,
    activityLine(activity),
    outcome.state === "final" && `要改登记,说:改考勤 ${activity.number} 李明 到会`,
  );
}

function calledOff({ activity, people, unsent, unreached, twin }: Of<"activity.called-off">): Rendered {
  if (twin !== undefined)
    return words(
      `已作废 ${activityLine(activity)}`,
      `考勤以 ${twin} 为准。按作废的这份记的缺席不算了,${soon("告诉有关的代表。")}`,
    );
  const told = people - unsent - unreached.length;
  return words(
    `已取消 ${activityLine(activity)}`,
    told > 0 && soon(`通知${told}人,各发一次。`),
    toTelephone(unreached),
    unsent > 0 && `${unsent}人的通知还没有发出,不再发了。`,
  );
}

// A tap says the whole sentence again, with the name in full.
function whichOrg({ orgs, plan }: Of<"activity.which-org">): Rendered {
  const { on, time, place, content, names } = plan;
  const when = `${day(on).replace(/\(.*\)/u, "")} ${time}`;
  const kind = ACTIVITY_KINDS[plan.kind];
  const rest = [
    names && `请${names.join("、")}${names.length}位代表参加`,
    kind,
    place && `地点${place}`,
    content && `内容${content}`,
  ]
    .filter(Boolean)
    .join(" ");
  return {
    ...words("是哪一个?点一下:"),
    choices: orgs.map((org) => says(org, `发布活动 ${when} ${org} ${rest}`)),
  };
}

const MOST_MEANT = 6;

const WHICH = { coming: "参加哪一场?点一下:", leave: "哪一场请假?点一下:" } as const;
const WHICH_PARTLY = {
  late: "哪一场会晚到?还没有转告,也没有替您请假。点一下:",
  left_early: "哪一场要早走?还没有转告,也没有替您请假。点一下:",
} as const;
const NONE_OF_THEM = { label: "都不是", act: { do: "card.drop", card: "leave" } } as const;
const ONE_BACK = "您是说这次不请假了吗?还没有改动。撤回就是参加,点一下:";
const WHICH_ABOUT = { back: "哪一场不请假了?点一下:", belated: "给哪一场补假?点一下:" } as const;

function which({ activities, leave, about, foretold }: Of<"activity.which">): Rendered {
  const toAct = (activity: string) =>
    leave === null
      ? ({ do: "activity.coming", activity, ...(foretold && { foretold }) } as const)
      : ({ do: "activity.leave", activity, ...leave } as const);
  return {
    ...words(
      foretold === undefined
        ? about === undefined
          ? WHICH[leave === null ? "coming" : "leave"]
          : about === "back" && activities.length === 1
            ? ONE_BACK
            : WHICH_ABOUT[about]
        : WHICH_PARTLY[foretold.how],
      ...activities.slice(0, MOST_MEANT).map((one) => activityLine(one)),
      leftLine(activities, MOST_MEANT, "场", "看全说:我的活动,再带编号说"),
    ),
    choices: [
      ...toldApart(activities.slice(0, MOST_MEANT)).map(({ label, activity }) => ({
        label,
        act: toAct(activity.number),
      })),
      leave === null || about === "back" ? says("都不是") : NONE_OF_THEM,
    ],
  };
}
