import type { Facts } from "#src/domain/facts.ts";
import { findCommand } from "../commands.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readSnooze } from "../read-snooze.ts";
import { ask, inFocus } from "../turns.ts";
import type { Said } from "./report.ts";

/**
 * A wish to be reminded again later, or no more, in any words: 过一个钟头再喊我, 自评过两天再提醒. A bare 明早8点 is one where no
 * other question is open. Undefined for all else.
 */
export function hearSnooze(dialog: Dialog, { text, messageId }: Said, facts: Facts): Turn | undefined {
  if (facts.speaker.kind !== "member" || findCommand(text) !== undefined) return undefined;
  const open = inFocus(dialog);
  const alone = (open === undefined || open.at === "leave") && MOMENT.test(text.normalize("NFKC").trim());
  const read = readSnooze(text, facts.today) ?? (alone ? readSnooze(`${text}提醒`, facts.today) : undefined);
  if (read === undefined) return undefined;
  const topic = read.topic === undefined ? {} : { topic: read.topic };
  return read.means === "never"
    ? ask(dialog, { do: "deadline.decline", ...topic })
    : ask(dialog, { do: "deadline.snooze", length: read.until, messageId, ...topic });
}

const MOMENT =
  /^(?:今晚|今天(?:下午|晚上)|明[早晚]|明天(?:早上|上午|中午|下午|晚上)|后天(?:早上|上午|下午|晚上)?)(?:\d{1,2}|[一二两三四五六七八九十]{1,2})(?:点钟?|:)(?:\d{1,2}分?|半)?(?:吧|哈|嘛)?[.\u3002]?$/u;
