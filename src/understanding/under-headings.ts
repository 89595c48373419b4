import { guarded } from "./guarded.ts";
import { mainKind } from "./kinds.ts";
import { NUMBER } from "./numbers.ts";

// 1、 一、 (2) ① at the head of a line.
const MARK =
  "(?:[(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:[、)]|\\.(?!\\d)|\\.(?=\\d{1,2}月))|[①-⑳]|[-•·*])";
const DAY =
  "(?:(?:\\d{4}年)?(?:\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[./]\\d{1,2}(?!\\d)|\\d{1,2}[日号]|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]))";
const UNIT = "(?:人次|[户人名位家起件场处盏篇次]|个|元|块)";
/** A day and an amount, and between them where or of whom it was. */
const ITEM = guarded(
  new RegExp(
    `^(?<mark>${MARK}?)\\s*(?<day>${DAY})(?<rest>[\\s,:]*[^。;:]{0,30}?${NUMBER}${UNIT}(?:[^。;:]{0,20}))[。;\\s]*$`,
    "u",
  ),
);
const HEADING = guarded(new RegExp(`^${MARK}?\\s*(?<head>[^,。;:\\d]{2,20})[:。]?\\s*$`, "u"));
/** What is no amount of a duty: 4月3日起停水5户. */
const WRONG = guarded(/反映|没|不|坏|烂|停|漏|请假|[,\s]?说/u);
const MAY_BE = guarded(/\n/u);

/**
 * A list of days, places and amounts under the name of a duty, with that duty in each item: 一、走访\n4月3日 岩上村 4户
 * tells of 4月3日走访岩上村 4户. Linear.
 */
export function underHeadings(text: string): string {
  if (!MAY_BE.test(text)) return text;
  const lines = text.split("\n");
  const told: string[] = [];
  let verb: string | undefined;
  let heading = -1;
  for (const line of lines) {
    const { mark = "", day = "", rest = "" } = ITEM.exec(line.trimStart())?.groups ?? {};
    if (day === "") {
      verb = dutyOf(line);
      heading = verb === undefined ? -1 : told.length;
      told.push(line);
    } else if (verb === undefined || mainKind(rest) !== undefined || WRONG.test(rest)) told.push(line);
    else {
      // The heading is said with each of its items.
      if (heading >= 0) told.splice(heading, 1);
      heading = -1;
      told.push(`${mark}${day}${verb}${rest.replace(/^[\s,:]+/u, "").replace(/[\s,]+(?=[一-龥])/gu, "")}`);
    }
  }
  return told.join("\n");
}

// 年前慰问情况汇报如下: 慰问; 接待 alone names a duty over a list, and nowhere else.
function dutyOf(line: string): string | undefined {
  const head = HEADING.exec(line)?.groups?.["head"]?.trim();
  if (head === undefined || head === "接待") return head;
  const duty = mainKind(head);
  return duty === undefined || (duty.faint === true && head.length > 4)
    ? undefined
    : head.slice(duty.index, duty.index + duty.length);
}
