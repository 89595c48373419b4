import type { CheckInOutcome, CheckInRefusal } from "#src/domain/requests/check-in.ts";
import { someNames } from "./some-names.ts";
import { activityLine } from "./activity-words.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** What is said about checking in by a code. */
export type CheckInReply =
  | { readonly kind: "check-in.answer"; readonly outcome: CheckInOutcome }
  | { readonly kind: "check-in.refused"; readonly why: CheckInRefusal }
  /** The code is wanted, and of which activity was not said: what there is stands beside it. */
  | { readonly kind: "check-in.which" }
  /** 签到 without a code. */
  | { readonly kind: "check-in.no-code" };

/** Puts what became of checking in into words. */
export function renderCheckIn(reply: CheckInReply): Rendered {
  if (reply.kind === "check-in.no-code") return words(...NO_CODE);
  if (reply.kind === "check-in.which") return words("哪一场的签到码?带上编号,比如:签到码 活-2026-017");
  if (reply.kind === "check-in.refused") return words(...REFUSED[reply.why]);
  const { outcome } = reply;
  return outcome.of === "check-in.shown" ? shown(outcome) : done(outcome);
}

function shown(outcome: Extract<CheckInOutcome, { of: "check-in.shown" }>): Rendered {
  const { activity, code, rotatesSeconds, secondsLeft, names } = outcome;
  return {
    ...words(
      `签到码:${code}`,
      activityLine(activity),
      `${secondsLeft}秒后换,每${rotatesSeconds}秒换一次,刚换下的还能用。`,
      `愿意的代表发:签到 ${code}`,
      "不签到也行,到没到以您登记的为准。",
      names.length > 0 && `已签到${names.length}人:${someNames(names, 80)}`,
    ),
    choices: [
      says("看新的码", `签到码 ${activity.number}`),
      ...(names.length > 0 ? [says("签到的登记到会", `到会 ${activity.number} 按签到`)] : []),
    ],
    reusable: true,
    number: activity.number,
  };
}

const done = ({ activity, again }: Extract<CheckInOutcome, { of: "check-in.done" }>): Rendered => ({
  ...words(
    again ? `您已经签到过了:${activityLine(activity)}` : `签到收到:${activityLine(activity)}`,
    "到会由工作人员登记、定稿。",
  ),
  number: activity.number,
});

const NO_CODE = ["签到请带上会场给出的4位数字。", "比如:签到 1234", "不签到也行,工作人员会登记。"] as const;

const REFUSED = {
  "check-in-off": ["本区不用签到码。", "到会由工作人员登记。"],
  "check-in-closed": [
    "现在还不能签到,或者已经过了签到的时间。",
    "直接登记就行,比如:到会 活-2026-017 除李明外全到",
  ],
  "check-in-nowhere": ["您现在没有正在签到的活动。", "到会由工作人员登记,不签到也行。"],
  "check-in-wrong": ["这个码不对,可能已经换了。", "请看会场上现在的数字,再发一次,比如:签到 1234"],
  "check-in-enough": ["码试的次数多了,这场不能再试。", "请告诉会场的工作人员,由他们登记到会。"],
} as const satisfies Record<CheckInRefusal, readonly string[]>;
