import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { OnCallNews } from "#src/domain/requests/on-call.ts";
import { assertNever } from "#src/kernel/never.ts";
import { short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** Everything that is said about being on call. */
export type OnCallReply =
  | OnCallNews
  | { readonly kind: "on-call.is"; readonly on: boolean; readonly changed: boolean };

/** Puts word of danger, and who hears it by night, into words. */
export function renderOnCall(reply: OnCallReply): Rendered {
  switch (reply.kind) {
    case "on-call.danger":
      return danger(reply);
    case "on-call.is":
      return reply.on ? on(reply.changed) : off(reply.changed);
    default:
      return assertNever(reply);
  }
}

const danger = ({ number, category, text, place, by, onCall }: OnCallNews): Rendered => ({
  ...words(
    `急!${by === null ? "群众" : `${by}代表`}反映的事可能有危险:`,
    `${number} ${OPINION_CATEGORIES[category]}:${short(text, 120)}`,
    place !== null && `地点:${short(place, 40)}`,
    "请马上核实;有危险先打110、119或120。",
    onCall
      ? "您开了值班,才会随时收到。不值班了说:值班 关"
      : "现在没有人值班,所以告诉您。夜里也要知道,说:值班 开",
  ),
  choices: [says("看意见", "意见 待办")],
  reusable: true,
  number,
});

const on = (changed: boolean): Rendered => ({
  ...words(
    changed ? "好的,值班开了。" : "您在值班。",
    "群众反映的事有危险时,不分昼夜马上告诉您。",
    "不值班了,说:值班 关",
  ),
  choices: changed ? [] : [says("不值班了", "值班 关")],
  reusable: true,
});

const off = (changed: boolean): Rendered => ({
  ...words(
    changed ? "好的,值班关了,夜里不再打扰。" : "您现在没有值班。",
    "急事白天告诉值班的人;没有人值班,告诉镇街人大和代表工委。",
    "夜里也要随时知道,说:值班 开",
  ),
  choices: changed ? [] : [says("开始值班", "值班 开")],
  reusable: true,
});
