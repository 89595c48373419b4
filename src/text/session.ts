import type { ActivityView } from "#src/domain/requests/activity.ts";
import type {
  SessionNews,
  SessionOutcome,
  SessionPlan,
  SessionRefusal,
  SittingPlan,
} from "#src/domain/requests/session.ts";
import { SITTING_KINDS } from "#src/domain/activity.ts";
import { assertNever } from "#src/kernel/never.ts";
import { leftLine } from "./left-line.ts";
import { activityWhen, toTelephone } from "./activity-words.ts";
import { day, short } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";

/** What is said about congress sessions, asked or not. */
export type SessionReply =
  | SessionNews
  | { readonly kind: "session.answer"; readonly outcome: SessionOutcome }
  | { readonly kind: "session.unclear" }
  /** Sittings of which only the part of the day is known. */
  | {
      readonly kind: "session.hours";
      readonly card: string;
      readonly title: string;
      readonly sittings: readonly (Pick<SittingPlan, "kind" | "on"> & { readonly part?: string })[];
    }
  /** Words that stand nowhere on what is shown next. */
  | { readonly kind: "session.left-out"; readonly words: readonly string[] }
  | { readonly kind: "session.refused"; readonly why: SessionRefusal };

const EXAMPLE =
  "比如:发布会议 〔区〕第十八届人民代表大会第六次会议 地点区会议中心;1月12日上午9点 全体会议;1月12日下午2点半 代表团会议";

/** Puts what is said about congress sessions into words. */
export function renderSession(reply: SessionReply): Rendered {
  switch (reply.kind) {
    case "session.called":
      return called(reply);
    case "session.answer":
      return published(reply.outcome);
    case "session.unclear":
      return words("没看懂会议安排,还没有发布。每次会写明日期、几点、哪种会,用分号隔开。", EXAMPLE);
    case "session.hours":
      return hours(reply);
    case "session.left-out":
      return words(`会议安排里没有记这些:${short(reply.words.join("、"), 80)}`, "要告诉代表的,请另外通知。");
    case "session.refused":
      return words(...REFUSED[reply.why]);
    default:
      return assertNever(reply);
  }
}

function hours({ card, title, sittings }: Extract<SessionReply, { kind: "session.hours" }>): Rendered {
  const shown = sittings.slice(0, 5);
  const parts = [...new Set(sittings.map((one) => one.part ?? ""))];
  const example = parts.length > 1 ? "上午9点,下午2点半" : parts[0] === "下午" ? "下午2点半" : "上午9点";
  return {
    ...words(
      `${short(title, 30)}还没有发布,这几次几点开?`,
      ...shown.map((one) => `${day(one.on)}${one.part ?? ""} ${SITTING_KINDS[one.kind]}`),
      sittings.length > shown.length && `……共${sittings.length}次`,
      `比如:${example}`,
    ),
    choices: [{ label: "不发了", act: { do: "card.drop", card } }],
  };
}

const MOST_SITTINGS = 8;

const sittingLine = ({ number, title, on, time }: ActivityView): string =>
  `${day(on)} ${time} ${title} ${number}`;

function called({ activity, sittings }: SessionNews): Rendered {
  return {
    ...words(
      `通知:${activity.title}`,
      activity.place !== null && `地点:${activity.place}`,
      ...sittings.slice(0, MOST_SITTINGS).map(sittingLine),
      leftLine(sittings, MOST_SITTINGS, "次会", "看全说:我的活动"),
      `能不能来?请点一下。只缺其中一次,说编号,比如:请假 ${sittings.at(-1)?.number ?? activity.number} 住院`,
    ),
    choices: [
      { label: "参加", act: { do: "activity.coming", activity: activity.number } },
      { label: "请假", act: { do: "activity.leave", activity: activity.number } },
    ],
    number: activity.number,
  };
}

const published = ({ activity, sittings, people, unreached }: SessionOutcome): Rendered => ({
  ...words(
    `已发布 ${activity.number} ${activityWhen(activity)} ${activity.title}`,
    ...sittings.slice(0, MOST_SITTINGS).map(sittingLine),
    leftLine(sittings, MOST_SITTINGS, "次会", "看全说:活动"),
    `通知${people - unreached.length}人。`,
    toTelephone(unreached),
    `逐次登记:到会 ${sittings[0]?.number ?? activity.number} 除李明外全到;都定稿后再定稿 ${activity.number}`,
  ),
  number: activity.number,
});

/** A session as it would be called. */
export const sessionPlanLines = ({ org, title, place, sittings }: SessionPlan, people: number) => [
  "这样发布,对吗?",
  `${title}(${org})`,
  place !== undefined && `地点:${place}`,
  ...sittings.slice(0, MOST_SITTINGS).map((one) => `${day(one.on)} ${one.time} ${SITTING_KINDS[one.kind]}`),
  leftLine(sittings, MOST_SITTINGS, "次会", "照您说的"),
  `通知本级全体代表${people}人。`,
];

const REFUSED = {
  "session-which-org": ["请写明是哪一级的会,还没有发布。", EXAMPLE],
  "session-order": ["每次会要按时间先后写,还没有发布。", EXAMPLE],
} as const satisfies Record<SessionRefusal, readonly string[]>;
