import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readAsked } from "../read-asked.ts";
import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { basisOf, waitingBasis } from "../basis-of.ts";
import type { Said } from "../topics/report.ts";
import { ask, inFocus, say, without } from "../turns.ts";
import type { Command, Commands } from "./command.ts";
import { sendReportBack } from "./obligation-commands.ts";

const verify: Command = (dialog, rest, said, facts) => {
  const numbers = numbersIn(rest, "履");
  if (numbers.length > 0) return ask(dialog, { do: "verify.mark", numbers });
  const { asked, unread } = readAsked(rest, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "verify.refused", why: "not-read" });
  const basis = waitingBasis(asked, facts);
  return ask(dialog, { do: "verify.list", messageId: said.messageId, basis });
};

const giveBack: Command = (dialog, rest, said, facts) => {
  const [number, another] = numbersIn(rest, "履");
  const report = number === undefined ? sendReportBack(dialog, rest, facts) : undefined;
  if (report !== undefined) return report;
  const several = SEVERAL.exec(rest.normalize("NFKC"))?.groups;
  if (number === undefined && several !== undefined)
    return giveBackAll(
      dialog,
      { words: several["words"] ?? "", reason: several["reason"] ?? "" },
      said,
      facts,
    );
  if (number === undefined) return say(dialog, { kind: "verify.refused", why: "no-number" });
  const reason = withoutNumbers(rest).replace(/^[\s,,::。、和]*(?:理由|因为|原因)?[\s,,::]*/u, "");
  return another === undefined
    ? ask(dialog, { do: "verify.return", number, reason, ask: true })
    : ask(dialog, { do: "verify.return-list", which: { numbers: numbersIn(rest, "履") }, reason });
};

// 退回 全部 〔镇〕 本月 理由 日期不对: what stands before the reason says which.
const SEVERAL =
  /^(?:全部|所有|都|这些|这几条|上面(?:的|这些)?)(?<words>.*?)(?:[\s,:]*(?:理由|因为|原因)(?:都?是|为)?[\s,:]*(?<reason>.*))?$/u;

function giveBackAll(
  dialog: Dialog,
  { words, reason }: { readonly words: string; readonly reason: string },
  said: Said,
  facts: Facts,
): Turn {
  const { asked, unread } = readAsked(words, said, facts);
  if (reason.trim() === "" || unread !== undefined)
    return say(dialog, { kind: "verify.refused", why: "no-reason-all" });
  // Of a list that is in view they are what it shows.
  const shown = inFocus(dialog);
  const isOfList = shown?.at === "sure" && shown.request.do === "verify.mark" && words.trim() === "";
  const which = isOfList ? { numbers: shown.request.numbers } : { basis: basisOf(asked, facts) };
  return ask(dialog, { do: "verify.return-list", which, reason });
}

// Said of a list that is in view it is the yes to it: only what was shown is verified.
const verifyAll: Command = (dialog, rest, said, facts) => {
  const pending = inFocus(dialog);
  return pending?.at === "sure" && pending.question.kind === "sure.verify" && rest === ""
    ? ask(without(dialog, pending.card), pending.request)
    : verify(dialog, rest, said, facts);
};

const VERIFIES =
  /^(?:请|麻烦|帮我|给我)*(?:把|将)?(?<which>[^,?]{0,20}?)(?:的|记录|履职)*(?:都|全部|全都|统统|一起|一并)(?:给我|可以|是)?(?:核实|属实)(?:一?下|掉|了|的|吧|通过)*$/u;

/** 把李明本月的都核实, 都属实: staff's order in words of their own; undefined for all else. */
export function hearVerifying(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = said.text.normalize("NFKC").replace(/[\s.!\u3002]+/gu, "");
  const which = VERIFIES.exec(line)?.groups?.["which"];
  if (which === undefined) return undefined;
  const words = facts.people.reduce((rest, name) => rest.replace(name, ` ${name} `), which).trim();
  const { asked } = readAsked(words, said, facts);
  const isKnown = asked.person === undefined || facts.people.includes(asked.person);
  return isKnown ? verifyAll(dialog, words, said, facts) : undefined;
}

/** Verifying records and sending them back. */
export const VERIFY_COMMANDS: Commands = {
  核实: verify,
  待核实: verify,
  全部核实: verifyAll,
  退回: giveBack,
  全部退回: (dialog, rest, said, facts) => giveBack(dialog, `全部 ${rest}`, said, facts),
};
