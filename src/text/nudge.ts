import type { NudgeNews } from "#src/domain/requests/nudge.ts";
import { assertNever } from "#src/kernel/never.ts";
import { period } from "./figure-words.ts";
import { type Rendered, words } from "./rendered.ts";

/** Everything that is said about reminding those who have not reported. */
export type NudgeReply = NudgeNews | { readonly kind: "nudge.sent"; readonly count: number };

/** Puts reminders of missing records into words. */
export function renderNudge(reply: NudgeReply): Rendered {
  switch (reply.kind) {
    case "nudge.sent":
      return reply.count === 0
        ? words("他们刚才都已经有记录了,没有提醒任何人。")
        : words(`好的,提醒${reply.count}位代表。`, "只在早8点到晚9点发,同一天不重复发。");
    case "nudge.reminder":
      return words(
        `${period(reply)}还没有您的履职记录(${reply.by}提醒)。`,
        "做了什么,一句话告诉我就行,比如:昨天走访〔村〕12户",
        "还没开展的,不用回复。",
      );
    default:
      return assertNever(reply);
  }
}
