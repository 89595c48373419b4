import type { Morning } from "#src/domain/reminder-policy.ts";

// A private character stands for it until a message is put into words: only then is it known what hour it is.
const MARK = "\uE000";

/** Something that is done to others at once by day, and in the morning where it was decided at night: 已告诉本人. */
export const soon = (what: string): string => `${MARK}${what}`;

/** The words with what is soon in them: 已告诉本人 by day, 明早8点后告诉本人 at night. */
export function withSoon(text: string, morning: Morning | null): string {
  if (morning === null) return text.replaceAll(MARK, "已");
  const [hour = "", minute = ""] = morning.time.split(":");
  const clock = minute === "00" ? `${Number(hour)}点` : `${Number(hour)}点${minute}分`;
  return text.replaceAll(MARK, `${morning.isTomorrow ? "明早" : "今早"}${clock}后`);
}
