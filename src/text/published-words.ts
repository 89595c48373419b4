import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import { activityLine, toTelephone } from "./activity-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";

type Published = Extract<ActivityOutcome, { of: "activity.published" }>;

/** What is said once an activity is published, or entered after it was held. */
export const publishedWords = ({ activity, people, unreached, held }: Published): Rendered =>
  held === true ? enteredHeld(activity) : toCalled({ activity, people, unreached });

// Whoever is not on record as told of it is absent without a consequence: that is said before anybody counts on it.
const enteredHeld = (activity: Published["activity"]): Rendered => ({
  ...words(
    `已补登 ${activityLine(activity)}`,
    "已经开过,不给代表发通知。",
    `登记到会:到会 ${activity.number} 除李明外全到`,
    `当时怎么通知的也要记,说:已通知 ${activity.number} 全部 电话 加哪天打的`,
    "没有通知记录的人缺席,不算未经批准缺席。",
  ),
  number: activity.number,
});

const toCalled = ({
  activity,
  people,
  unreached,
}: Pick<Published, "activity" | "people" | "unreached">): Rendered => ({
  ...words(
    `已发布 ${activityLine(activity)}`,
    soon(`通知${people - unreached.length}人,能不能来会回给您。`),
    toTelephone(unreached),
    `到时登记:到会 ${activity.number} 除李明外全到`,
  ),
  number: activity.number,
});
