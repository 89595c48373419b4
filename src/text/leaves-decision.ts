import { LEAVE_REASONS } from "#src/domain/leave-reason.ts";
import type { LeavesDecided, LeavesQuestion } from "#src/domain/requests/leaves-decision.ts";
import { someNames } from "./some-names.ts";
import { activityLine } from "./activity-words.ts";
import { byRoom } from "./by-room.ts";
import { day, short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";
import type { SureWords } from "./sure-words.ts";

/** Several wishes for leave, as they are looked at before one yes decides on all of them. */
export const leavesQuestion = ({
  leaves,
  approve,
  note,
  left,
  without,
  unclear,
  settled,
}: LeavesQuestion): SureWords => ({
  yes: `对,${leaves.length}份都${approve ? "准" : "不准"}`,
  lines: [
    `这${leaves.length}份假都${approve ? "准" : "不准"}吗?`,
    ...leaves.map(
      ({ activity, reason, late, ...who }) =>
        `${namesakeWords(leaves.some((one) => one.name === who.name && one.code !== who.code) ? who : { ...who, code: null, group: null })} ${LEAVE_REASONS[reason]}${late ? "(补假)" : ""}:${byRoom(activityLine(activity), `${activity.number} ${day(activity.on)}`)}`,
    ),
    note !== "" && byRoom(`您的说明:${short(note, 60)}`, `您的说明:${short(note, 20)}`),
    without.length > 0 && `没有找到等您批的:${someNames(without, 40)}`,
    unclear.length > 0 && `有同名的,请带编号单独批:${someNames(unclear, 40)}`,
    settled.length > 0 && `活动已定稿,请单独批:${someNames(settled, 40)}`,
    left > 0 && `另外${left}份先不动,批完再说一次:全部准假`,
    approve ? "会分别告诉本人,这次不算缺席。" : "会分别告诉本人;没来就算缺席。",
  ],
});

/** What became of them. */
export const leavesDecided = ({ approved, done, changed }: LeavesDecided): Rendered =>
  done.length === 0
    ? words("刚才有变化,一份也没有批。", "再说一次看现在等着的:全部准假")
    : words(
        `${approved ? "已准假" : "没有准假"}${done.length}份:${short(done.map(({ name, activity }) => `${name} ${day(activity.on)}`).join("、"), 160)}`,
        soon("分别告诉本人。"),
        changed > 0 && `另外${changed}份刚才有变化,没有动。再说一次看看:全部准假`,
      );
