import type { Facts } from "#src/domain/facts.ts";
import { findDanger } from "#src/understanding/danger.ts";
import { normalise } from "#src/understanding/normalise.ts";
import { understand } from "#src/understanding/understand.ts";
import { MOST_DOUBTS, readingContext } from "./card.ts";
import { findCommand } from "./commands.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { present, type Said } from "./topics/report.ts";
import { inFocus } from "./turns.ts";
import { inDanger } from "./with-danger.ts";

/**
 * Whoever tells of danger to life reads first whom to call, and then the opinion as it can go on: whatever else is
 * open, and whoever it is. Undefined for everything else, and for what a deputy reports as done, which is read as such.
 */
export function hearDanger(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const danger = findDanger(said.text);
  if (danger === undefined || isElsewhere(dialog, said, facts)) return undefined;
  const { text, messageId, files = [] } = said;
  const words = normalise(text)
    .trim()
    .replace(/^(?:意见|反映|我要反映|群众反映)[\s,:]+/u, "");
  return present(
    dialog,
    {
      at: "report",
      card: `r${messageId}`,
      messageId,
      said: text,
      reports: [],
      opinions: [inDanger(words, facts)],
      questions: [],
      danger,
      ...(files.length > 0 ? { files } : {}),
    },
    facts,
  );
}

// A member's orders and reports, and the words of a card that are being put right, are heard as what they are.
function isElsewhere(dialog: Dialog, said: Said, facts: Facts): boolean {
  const asked = inFocus(dialog);
  if (asked?.at === "report" && asked.questions[0]?.field === "text") return true;
  if (facts.speaker.kind !== "member") return false;
  const command = findCommand(said.text);
  if (command !== undefined) return !/^(?:意见|反映)/u.test(said.text.trim());
  const { reports, ask } = understand(said.text, readingContext(facts, said.at));
  return reports.length > 0 && ask.length <= MOST_DOUBTS;
}
