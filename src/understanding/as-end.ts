import { guarded } from "./guarded.ts";
import type { Correction } from "./understanding.ts";

// 培训是到28号才结束, 活动16号才散, 开到9号为止: the day that something was over.
const OVER = guarded(
  /(?:[日号天]|周[一二三四五六日天末])(?:上午|下午|晚上)?(?:才|就|是|已经?)?(?:结束|散|完|收尾|收工|闭幕|结业|为止|截止)|[到至]\d{1,2}(?:月\d{1,2})?[日号](?:才|为止)|(?:最后一|末尾那|收尾那)天[^,。]{0,6}\d{1,2}[日号]|结束(?:日|那天|时间)?[^,。]{0,6}\d{1,2}[日号]/u,
);

/** Of a day that is put right: the last one, where the words say that something was over then. */
export const asEnd = (
  text: string,
  found: Correction | "unclear" | undefined,
): Correction | "unclear" | undefined =>
  typeof found === "object" && found.field === "date" && OVER.test(text)
    ? { field: "end", value: found.value }
    : found;
