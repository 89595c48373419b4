import type { Facts } from "#src/domain/facts.ts";
import { findDanger } from "#src/understanding/danger.ts";
import { normalise } from "#src/understanding/normalise.ts";
import { understand } from "#src/understanding/understand.ts";
import { isQuestion, isThanks } from "#src/understanding/words.ts";
import { MOST_DOUBTS, readingContext } from "./card.ts";
import { findCommand } from "./commands.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { present, type Said } from "./topics/report.ts";
import { inFocus } from "./turns.ts";
import { inDanger } from "./with-danger.ts";
import { isNo, isYes } from "./words.ts";

/**
 * Whoever tells of danger to life reads first whom to call, and then the opinion as it can go on: whatever else is
 * open, and whoever it is. Undefined for everything else, and for what a deputy reports as done, which is read as such.
 */
export function hearDanger(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const more = hearMore(dialog, said, facts);
  if (more !== undefined) return more;
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
  const isRewritten = asked?.at === "report" && asked.questions[0]?.field === "text";
  if (facts.speaker.kind !== "member") return isRewritten && asked.danger !== undefined;
  if (isRewritten) return true;
  const command = findCommand(said.text);
  if (command !== undefined) return !/^(?:意见|反映)/u.test(said.text.trim());
  const { reports, ask } = understand(said.text, readingContext(facts, said.at));
  return reports.length > 0 && ask.length <= MOST_DOUBTS;
}

/** Whoever is in danger tells in pieces; longer lines are another matter. */
const LONGEST_PIECE = 60;
const PIECE = /\d{5}|[村组镇街区号栋楼路坡边里头]|[东南西北]|快|人|娃|急/u;

// 着火了, then 在石板村三组, then a telephone: one matter, told on.
function hearMore(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const open = inFocus(dialog);
  if (open?.at !== "report" || open.danger === undefined || open.questions.length > 0) return undefined;
  const [told] = open.opinions;
  if (told === undefined || !isPiece(said, facts)) return undefined;
  const opinions = [inDanger(`${told.text},${normalise(said.text).trim()}`, facts)];
  const { files = [] } = said;
  const all = [...(open.files ?? []), ...files];
  return present(dialog, { ...open, opinions, ...(all.length > 0 ? { files: all } : {}) }, facts, open);
}

function isPiece({ text, at }: Said, facts: Facts): boolean {
  if (text.length > LONGEST_PIECE || isYes(text) || isNo(text) || findCommand(text) !== undefined)
    return false;
  if (isQuestion(text) || isThanks(text)) return false;
  const { intent, ask } = understand(text, readingContext(facts, at));
  if (intent === "report") return facts.speaker.kind !== "member";
  if (findDanger(text) !== undefined) return intent !== "correction";
  return (intent === "chat" || ask.includes("intent")) && PIECE.test(text);
}
