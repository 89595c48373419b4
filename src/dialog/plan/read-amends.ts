import type { Facts } from "#src/domain/facts.ts";
import type { ActivityPlan } from "#src/domain/requests/activity-plan.ts";
import { findKindAlone } from "./plan-kind.ts";
import { takePlaceAlone } from "./place-alone.ts";
import { withoutUnchanged } from "./without-unchanged.ts";
import { pieces, readAnnouncement, takeLabelled } from "./read-plan.ts";

const HEAD =
  /^(?:时间|日期|日子|单位|对象)?(?:改成|改为|改到|换成|换到|推迟到|提前到|挪到|延到|改|是)?(?:时间|日期|日子|单位|对象)?(?:改成|改为|改到|是)?[\s:]*/u;
const ELSEWHERE = /走访|接待|缺席|统计|未报|待办|请假|参加|了$/u;

/** What a line says over again about a plan that waits for its yes; nothing where it is about something else. */
export function readAmends(said: string, facts: Facts): Partial<ActivityPlan> {
  const text = withoutUnchanged(
    said
      .normalize("NFKC")
      .trim()
      .replace(/[.\u3002]+$/u, ""),
  );
  const kind = findKindAlone(text);
  if (kind !== undefined) return { kind };
  const { content, place, rest } = takeLabelled(text);
  const [alone, left] = place === undefined ? takePlaceAlone(rest) : [undefined, rest];
  const plain = left.trim().replace(HEAD, "");
  const labelled = {
    ...(place === undefined ? {} : { place }),
    ...(content === undefined ? {} : { content }),
  };
  if (!isPieces(plain, facts)) return labelled;
  const { farOff: _, ...found } = pieces(plain, facts);
  return { ...found, ...(alone === undefined ? {} : { place: alone }), ...labelled };
}

// Only a line that is nothing but pieces is one: 缺席 今年 and 12月5日走访3户 are other topics.
const isPieces = (plain: string, facts: Facts): boolean =>
  plain.replace(/[\s,;:\u3002]/gu, "").length <= 16 &&
  !ELSEWHERE.test(plain) &&
  readAnnouncement(plain, facts).content === undefined;
