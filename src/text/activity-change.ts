import type {
  ActivityChange,
  ActivityChangeNews,
  ActivityChangeOutcome,
  ActivityChangeRefusal,
  ChangedActivity,
} from "#src/domain/requests/activity-change.ts";
import { assertNever } from "#src/kernel/never.ts";
import { someNames } from "./some-names.ts";
import { activityLine, activityWhen, toTelephone } from "./activity-words.ts";
import { short } from "./format.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

/** What becomes different, line by line. */
export function changeLines({ activity, before, content }: ChangedActivity): string[] {
  const [when, was] = [activityWhen(activity), activityWhen(before)];
  return [
    ...(when === was ? [] : [`时间改为:${when}(原${was})`]),
    ...(activity.place === before.place ? [] : [`地点改为:${activity.place ?? "另行通知"}`]),
    ...(content === null ? [] : [`内容改为:${short(content, 80)}`]),
  ];
}

const answers = (activity: string): readonly RenderedChoice[] => [
  { label: "参加", act: { do: "activity.coming", activity } },
  { label: "请假", act: { do: "activity.leave", activity } },
];

function standing(news: Extract<ActivityChangeNews, { kind: "activity.changed" }>) {
  const { asks, hasLeave, leaveWaits, activity } = news;
  if (hasLeave) return `您请的假已经批了,还算数。又能来了,说:参加 ${activity.number}`;
  if (leaveWaits) return `您请的假还在等批。又能来了,说:参加 ${activity.number}`;
  return asks ? "能不能来?请点一下。" : "您原来的答复还算数。来不了说:请假 原因";
}

/** Puts into words that an activity is not as it was, or that an answer is still missing. */
export function renderActivityChange(news: ActivityChangeNews): Rendered {
  const { activity } = news;
  const { number } = activity;
  switch (news.kind) {
    case "activity.changed":
      return {
        ...words(
          `活动有变:${activity.title}(${number})`,
          ...changeLines(news),
          news.activity.on === news.before.on && `日期没变:${activityWhen(activity)}`,
          news.leaveWaited && "您请的假是原来那天的,还没批,不算了。新的这天来不了,请再点请假。",
          standing(news),
        ),
        choices: news.asks ? answers(number) : [],
        number,
      };
    case "activity.nudged":
      return {
        ...words(
          `${news.by}等您答复:${activity.title}`,
          activityWhen(activity),
          activity.place !== null && `地点:${activity.place}`,
          "能不能来?请点一下。",
        ),
        choices: answers(number),
        number,
      };
    default:
      return assertNever(news);
  }
}

/** Puts into words what became of a change or of asking again. */
export function renderChangeAnswer(outcome: ActivityChangeOutcome): Rendered {
  if (outcome.of === "activity.which-to-change") return whichToChange(outcome);
  const { number } = outcome.activity;
  switch (outcome.of) {
    case "activity.changed":
      return {
        ...words(
          `已改 ${activityLine(outcome.activity)}`,
          ...changeLines(outcome),
          `通知${outcome.people - outcome.unreached.length}人,各发一次。`,
          toTelephone(outcome.unreached),
          outcome.askedAgain > 0 && `日子变了,请${outcome.askedAgain}人重新答复。`,
          outcome.onLeave.length > 0 && `已准的假不变:${someNames(outcome.onLeave, 60)}`,
        ),
        number,
      };
    case "activity.all-answered":
      return { ...words(`都答复了,没有要催的:${activityLine(outcome.activity)}`), number };
    case "activity.nudged": {
      const { count, unreached } = outcome;
      const sent = count - unreached.length;
      return {
        ...words(
          count === 0 && "他们刚才都答复了,没有催任何人。",
          sent > 0 && `好的,催${sent}位代表答复。`,
          toTelephone(unreached),
          activityLine(outcome.activity),
          sent > 0 && "只在早8点到晚9点发,同一天不重复发。",
        ),
        choices: [says("活动")],
        number,
      };
    }
    default:
      return assertNever(outcome);
  }
}

const PARTS = { morning: "上午", afternoon: "下午", evening: "晚上" } as const;

// A tap says the change once more, with the number.
function whichToChange({
  activities,
  changes,
  off,
  nudge,
}: Extract<ActivityChangeOutcome, { of: "activity.which-to-change" }>): Rendered {
  const order = (number: string, index: number): string =>
    nudge === true
      ? `催 ${number}`
      : off === undefined
        ? `改活动 ${number} ${changeSaid(changes[index])}`
        : `取消活动 ${number} ${off}`.trim();
  return {
    ...words(
      `有几场,${nudge === true ? "催" : off === undefined ? "改" : "取消"}哪一场?点一下:`,
      ...activities.map((one) => activityLine(one)),
    ),
    choices: activities.map(({ number, title }, index) => says(`${number} ${title}`, order(number, index))),
  };
}

function changeSaid({ on, time, part, place, content, adds }: ActivityChange = {}): string {
  const when = [on ?? "", time ?? (part === undefined ? "" : PARTS[part])]
    .filter((one) => one !== "")
    .join(" ");
  const said = [
    when === "" ? "" : `时间${when}`,
    place === undefined ? "" : `地点${place}`,
    content === undefined ? "" : `内容${content}`,
    adds === undefined ? "" : `加内容:${adds}`,
  ];
  return said.filter((one) => one !== "").join(" ");
}

/** Why a published activity was not changed, and what to do. */
export const CHANGE_REFUSED = {
  "activity-no-hour": ["原来不是这个时段,还没有改。几点开始?", "比如:改活动 活-2026-017 12月20日上午9点"],
  "activity-begun": ["这场活动已经开始,没有改动。", "到会情况请登记:到会 活动编号 除李明外全到"],
  "activity-same": [
    "和现在的安排一样,没有改动,也没有通知。",
    "要改什么请说明,比如:改活动 活-2026-017 时间11月29日下午2点",
  ],
  "activity-by-sittings": [
    "会议的时间随各次会议走,没有改动,也没有通知。",
    "请改其中一次,比如:改活动 活-2026-018 时间11月29日下午2点。说“活动”看各次的编号。",
  ],
  "activity-sitting-there": [
    "这个时间已经有同一次会议的另一场,没有改动,也没有通知。",
    "请换个时间;那一场不开了,先取消它,比如:取消活动 活-2026-018 并到下午开。",
  ],
  "activity-none-on": ["那天没有您管的活动,没有改动。", "说“活动”看各场的编号。"],
  "activity-none-such": ["您管的活动里,还没开始的没有这一种,没有改动。", "说“活动”看各场的编号。"],
  "activity-no-change": [
    "没看懂要改什么,还没有改动。",
    "比如:改活动 活-2026-017 时间11月29日下午2点 地点镇政府",
  ],
} as const satisfies Record<ActivityChangeRefusal, readonly string[]>;
