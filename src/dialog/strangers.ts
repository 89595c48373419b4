import { findAccessCode } from "#src/domain/access-code.ts";
import type { Facts } from "#src/domain/facts.ts";
import { isOverseas } from "#src/message/overseas.ts";
import { findDanger } from "#src/understanding/danger.ts";
import type { Reply } from "#src/text/reply.ts";
import type { Dialog, Input, Turn } from "./dialog.ts";
import { hearNumber } from "./hear-number.ts";
import { isAboutErasure } from "./commands/data-commands.ts";
import { ask, inFocus, say } from "./turns.ts";
import { isNo, isYes } from "./words.ts";

/**
 * Somebody whom nobody knows yet and who sends nothing but a code wants to be bound; whoever is known already is asked
 * whether he wants to be somebody else here. Where a number was wanted besides a code, it is heard first.
 */
export function hearCode(dialog: Dialog, text: string, facts: Facts): Turn | undefined {
  const number = hearNumber(dialog, text, facts);
  if (number !== undefined) return number;
  const code = findAccessCode(text);
  if (facts.speaker.kind === "member")
    return code !== undefined && isMistypedCode(text)
      ? say(dialog, { kind: "account.rebind-asked", name: facts.speaker.name, code })
      : undefined;
  if (code !== undefined) return ask(dialog, { do: "account.bind", code });
  return isMistypedCode(text) ? say(dialog, { kind: "account.refused", why: "bad-code" }) : undefined;
}

// Letters with digits and nothing else, about as long as a code: a letter too many, or one that codes do not have.
function isMistypedCode(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/[\s-]+/gu, "");
  return /^(?=.*\d)(?=.*[a-z])[a-z\d]{6,16}$/iu.test(plain);
}

/**
 * On a channel whose servers are abroad nothing is taken in from residents and strangers (Personal Information
 * Protection Law art. 36): a code is heard there, a wish to have erased what came in all the same, and nothing else.
 */
export function turnAway(dialog: Dialog, input: Input, facts: Facts): Turn | undefined {
  if (facts.speaker.kind === "member" || !isOverseas(facts.account.channel)) return undefined;
  if (input.kind === "outcome" || isErasing(dialog, input)) return undefined;
  const code = input.kind === "text" ? hearCode(dialog, input.text, facts) : undefined;
  const danger = input.kind === "text" ? findDanger(input.text) : undefined;
  if (danger !== undefined && code === undefined)
    return say(dialog, { kind: "danger.call", danger }, { kind: "abroad.turned-away" });
  return code ?? hushed(say(dialog, { kind: "abroad.turned-away" }), dialog, facts);
}

// What came in before somebody was turned away can be erased, there as anywhere.
function isErasing(dialog: Dialog, input: Input): boolean {
  if (input.kind === "text" && isAboutErasure(input.text)) return true;
  const asked = inFocus(dialog);
  if (asked?.at !== "sure" || asked.question.kind !== "sure.erase") return false;
  return input.kind === "act" || (input.kind === "text" && (isYes(input.text) || isNo(input.text)));
}

const CHATTER = new Set<Reply["kind"]>([
  "help.menu",
  "help.chat",
  "help.not-understood",
  "help.empty",
  "help.too-long",
  "help.unreadable",
  "help.stale",
  "file.kept",
  "abroad.turned-away",
]);
const isChatter = (reply: Reply): boolean =>
  CHATTER.has(reply.kind) && !(reply.kind === "help.unreadable" && reply.what === "too-many");

/**
 * A stranger's chatter, pictures and taps in vain are answered once a day: the program is no partner for talks, and no
 * door for floods. A code, an opinion and a call for help are always answered.
 */
export function hushed(turn: Turn, before: Dialog, facts: Facts, text = ""): Turn {
  if (facts.speaker.kind !== "guest" || turn.request !== undefined || turn.replies.length === 0) return turn;
  if (!turn.replies.every(isChatter) || /帮助|help|菜单|意见/iu.test(text)) return turn;
  if (before.answeredOn === facts.today) return { ...turn, replies: [] };
  return { ...turn, next: { ...turn.next, answeredOn: facts.today } };
}
