import type { Facts } from "#src/domain/facts.ts";
import { showOpen } from "./coming-back.ts";
import { findCommand } from "./commands.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { inFocus, recalling, say } from "./turns.ts";
import { bare, isLost } from "./words.ts";

/** Longer than that it is told, not called. */
const LONGEST = 16;
const THANKS = /^(?:好的?)?(?:谢谢|多谢|感谢|谢了|谢啦|辛苦|麻烦你?了).{0,8}$/u;

/**
 * A cry for help while something is open: whoever is lost is told calmly what it is about and the way out, and thanks
 * are taken as thanks. Neither answers what was asked. Undefined for all else.
 */
export function hearHelpAsked(dialog: Dialog, text: string, facts: Facts): Turn | undefined {
  const open = inFocus(dialog);
  const words = bare(text);
  if (open === undefined) return ofAsked(dialog, text, facts);
  if (words.length > LONGEST || findCommand(text) !== undefined) return undefined;
  if (THANKS.test(words)) return say(recalling(dialog, open.card), { kind: "open.thanks" });
  if (!isLost(text)) return undefined;
  if (open.at === "leave")
    return say(dialog, { kind: "open.calm" }, { kind: "activity.answer", outcome: open.asked });
  const shown = showOpen(dialog, open, facts);
  return { ...shown, replies: [{ kind: "open.calm" }, ...shown.replies] };
}

// 啥意思 to what others told of oneself: what is asked there, and what either answer does.
function ofAsked(dialog: Dialog, text: string, { asked }: Facts): Turn | undefined {
  if (asked === undefined || !isLost(text)) return undefined;
  return say(dialog, {
    kind: "help.aside",
    of: asked.act.do === "report.share" ? "share-asked" : "entered-asked",
  });
}
