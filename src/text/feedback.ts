import type { FeedbackLine } from "#src/domain/requests/feedback.ts";
import type { Page } from "#src/domain/figures/figure-view.ts";
import { assertNever } from "#src/kernel/never.ts";
import { pageMark, pageTaps } from "./figure-words.ts";
import { short } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";

/** Everything that is said about the program itself. */
export type FeedbackReply =
  | { readonly kind: "feedback.left" }
  | { readonly kind: "feedback.empty" }
  | { readonly kind: "feedback.listed"; readonly lines: Page<FeedbackLine> }
  | { readonly kind: "feedback.closed"; readonly id: number; readonly found: boolean };

/** Puts into words what was said about the program itself. */
export function renderFeedback(reply: FeedbackReply): Rendered {
  switch (reply.kind) {
    case "feedback.left":
      return words(
        "谢谢,您对助手的意见已转给代表工委办公室。",
        "群众的意见请直接说,比如:〔村〕二组路灯坏了三天",
      );
    case "feedback.empty":
      return words("您对这个助手有什么意见?", "请写在后面,比如:反馈 字太小了");
    case "feedback.listed":
      return {
        ...words(
          reply.lines.total === 0
            ? "没有待看的反馈。"
            : `对助手的反馈${reply.lines.total}条${pageMark(reply.lines)}`,
          ...reply.lines.rows.map((one) => `${one.id}. ${one.name ?? "访客"}:${short(one.text, 36)}`),
          reply.lines.total > 0 && "看过的请说:反馈 办结 编号",
        ),
        choices: pageTaps(reply.lines, "反馈"),
        reusable: true,
      };
    case "feedback.closed":
      return words(reply.found ? `反馈${reply.id}已办结。` : `没有编号${reply.id}的待看反馈。`);
    default:
      return assertNever(reply);
  }
}
