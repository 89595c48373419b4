import { SURNAME } from "#src/domain/personal-data/surname.ts";
import type { Handled } from "#src/domain/figures/fate-view.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readAsked } from "../read-asked.ts";
import { fatesOf } from "../topics/fates-asked.ts";
import { hearSaidWrong } from "../topics/said-wrong.ts";
import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { type Asked, basisOf, waitingBasis } from "../basis-of.ts";
import type { Said } from "../topics/report.ts";
import type { VerifyRequest } from "#src/domain/requests/verify.ts";
import { ask, inFocus, say, without } from "../turns.ts";
import type { Command, Commands } from "./command.ts";
import { findExcepted } from "./find-excepted.ts";
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
  if (number === undefined)
    return (
      hearSaidWrong(dialog, { ...said, text: `退回${rest}` }, facts) ??
      say(dialog, { kind: "verify.refused", why: "no-number" })
    );
  const reason = withoutNumbers(rest).replace(/^[\s,,::。、和]*(?:理由|因为|原因)?[\s,,::]*/u, "");
  return another === undefined
    ? ask(dialog, { do: "verify.return", number, reason, ask: true })
    : ask(dialog, { do: "verify.return-list", which: { numbers: numbersIn(rest, "履") }, reason });
};

// 退回 全部 〔镇〕 本月 理由 日期不对: what stands before the reason says which.
const SEVERAL =
  /^(?:全部|所有|都|这些|这几条|上面(?:的|这些)?)(?<words>.*?)(?:[\s,:]*(?:理由|因为|原因)(?:都?是|为)?[\s,:]*(?<reason>.*))?$/u;

// A name, on a roster or not: whose there is elsewhere is not told by how it is answered.
const A_NAME = new RegExp(`^${SURNAME}[一-鿿]{1,2}(?:代表)?$`, "u");

function giveBackAll(
  dialog: Dialog,
  said: { readonly words: string; readonly reason: string },
  message: Said,
  facts: Facts,
): Turn {
  const { asked, unread } = readAsked(said.words, message, facts);
  const isKnown = unread === undefined && (asked.person === undefined || A_NAME.test(asked.person));
  // 全部退回 日期不对: what says nothing of which ones is the reason.
  const { words, reason } =
    said.reason.trim() === "" && !isKnown
      ? { words: "", reason: said.words.replace(/^[\s,:、。]+/u, "") }
      : said;
  if (reason.trim() === "" || (words !== "" && unread !== undefined))
    return say(dialog, { kind: "verify.refused", why: "no-reason-all" });
  return ask(dialog, { do: "verify.return-list", which: whichShown(dialog, words, asked, facts), reason });
}

// Of a list that was shown they are what it shows; of one place of it they are of the same stretch of time.
function whichShown(
  dialog: Dialog,
  words: string,
  asked: Asked,
  facts: Facts,
): Extract<VerifyRequest, { do: "verify.return-list" }>["which"] {
  const shown = dialog.pending.findLast((one) => one.at === "sure" && one.question.kind === "sure.verify");
  const numbers = dialog.listed?.filter((one) => one.startsWith("履")) ?? [];
  if (words.trim() === "" && numbers.length > 0) return { numbers };
  const isOpen = shown?.at === "sure" && shown.question.kind === "sure.verify";
  if (isOpen && asked.from === undefined) {
    const { from, to } = shown.question.subject;
    return { basis: { ...basisOf(asked, facts), from, to } };
  }
  return { basis: waitingBasis(asked, facts) };
}

// Said of a list that is in view it is the yes to it: only what was shown is verified.
const verifyAll: Command = (dialog, rest, said, facts) => {
  const pending = inFocus(dialog);
  return pending?.at === "sure" && pending.question.kind === "sure.verify" && rest === ""
    ? ask(without(dialog, pending.card), pending.request)
    : verify(dialog, rest, said, facts);
};

const VERIFIES =
  /^(?:(?:年底|月底|季末|年终|月末|差不多|看(?:过|完|好)|核对(?:过|完)?|都?(?:没问题|对)|好|行)+(?:都)?(?:了|的)?,)?(?:请|麻烦|帮我|给我)*(?:把|将)?(?<which>[^,?]{0,20}?)(?:的|记录|履职)*(?:都|全部|全都|统统|一起|一并)(?:给我|可以|是)?(?:核实|属实)(?:一?下|掉|了|的|吧|通过)*$/u;

// 核实全部, 核实所有羊昌镇本月的: the verb first.
const VERIFIES_ALL =
  /^(?:(?:年底|月底|季末|年终|月末|差不多|看(?:过|完|好)|核对(?:过|完)?|都?(?:没问题|对)|好|行)+(?:都)?(?:了|的)?,)?(?:请|麻烦|帮我|给我)*核实(?:一下|掉|了)?(?:全部|所有)的?(?:(?:待|未|没有?|等)核实的?)?(?<which>[^,?吗呢没]{0,20}?)(?:的|记录|履职)*(?:吧|了|一下|掉)*$/u;

// 剩下的也核实: whatever of the list in view, or of all, still waits.
const REST =
  /^(?:那|那就|把|将|请|麻烦)*(?:剩下|其余|余下|其[他它]|别的)(?:的|那?几条|那些|记录)*(?:也|就|都|全部|一起|一并)*(?:给我)?(?:核实|属实)(?:一?下|掉|了|的|吧|通过)*$/u;
// 除了李明,其他都核实; 其他都属实,除了第二条.
const EXCEPT =
  /^(?:好的?,|都?没问题,)?(?:除了?|除开|除去|不算)(?<some>[^?]{2,40}?)(?:的|那[几一]?条|这条|以外|之外|外)*,?(?:把|将)?(?:其[他它]|其余|剩下|别的|余下)?(?:的|人|几条|那些|记录)*(?:也|就|都|全部|全|一起)+(?:给我|可以|是)?(?:核实|属实)(?:一?下|掉|了|的|吧|通过)*$/u;

function hearRest(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  if (REST.test(line)) return verifyAll(dialog, "", said, facts);
  const some = EXCEPT.exec(line)?.groups?.["some"];
  if (some === undefined) return undefined;
  const excepted = findExcepted(some, dialog.listed ?? [], facts);
  if (excepted === undefined) return say(dialog, { kind: "verify.refused", why: "no-number" });
  const shown = dialog.pending.findLast((one) => one.at === "sure" && one.question.kind === "sure.verify");
  const request = shown?.at === "sure" && shown.request.do === "verify.mark" ? shown.request : undefined;
  const basis = request?.shown?.basis ?? waitingBasis({}, facts);
  return ask(shown === undefined ? dialog : without(dialog, shown.card), {
    do: "verify.list",
    messageId: said.messageId,
    basis,
    without: excepted,
  });
}

/** 把李明本月的都核实, 都属实: staff's order in words of their own; undefined for all else. */
export function hearVerifying(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = said.text.normalize("NFKC").replace(/[\s.!\u3002]+/gu, "");
  const left = hearRest(dialog, line, said, facts);
  if (left !== undefined) return left;
  const which = (VERIFIES_ALL.exec(line) ?? VERIFIES.exec(line))?.groups?.["which"];
  if (which === undefined) return undefined;
  const words = facts.people.reduce((rest, name) => rest.replace(name, ` ${name} `), which).trim();
  const { asked } = readAsked(words, said, facts);
  const isKnown = asked.person === undefined || facts.people.includes(asked.person);
  return isKnown ? verifyAll(dialog, words, said, facts) : undefined;
}

const SENDS_BACK =
  /^(?:请|麻烦|帮我|给我)*(?:把|将)?(?:上面|刚才|这|那)*(?:些|几条|的)?(?:记录|履职)*(?:都|全部|全都|统统|一起|一并)(?:给我|要)?(?:退回?(?:去|掉|给(?:本人|他们))?|打回(?:去)?)(?:了|吧)?[,:\s]*(?:理由|因为|原因)?(?:都?是|为)?[,:\s]*(?<reason>.*)$/u;

/** 把这些都退回,日期不对: staff send back what was shown, with a reason; undefined for all else. */
export function hearSendingBack(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const reason = SENDS_BACK.exec(said.text.normalize("NFKC").trim())?.groups?.["reason"];
  return reason === undefined ? undefined : giveBackAll(dialog, { words: "", reason }, said, facts);
}

const fatesCommand =
  (of: Handled): Command =>
  (dialog, rest, _said, facts) => {
    const person = rest.replace(/[\d\s]+/gu, "");
    const page = Math.max(1, Number(/\d{1,4}/u.exec(rest)?.[0] ?? 1));
    return fatesOf(dialog, of, person === "" ? undefined : person, facts, page);
  };

// A number and no reason.
const isBare = (rest: string): boolean => withoutNumbers(rest).replace(/[\s,:。、]+/gu, "") === "";

/** Verifying records and sending them back. */
export const VERIFY_COMMANDS: Commands = {
  核实: verify,
  待核实: verify,
  全部核实: verifyAll,
  核实全部: verifyAll,
  核实所有: verifyAll,
  取消核实: (dialog, rest, said, facts) =>
    giveBack(dialog, isBare(rest) ? `${rest} 核实错了` : rest, said, facts),
  退回: giveBack,
  代记情况: fatesCommand("entered"),
  退回情况: fatesCommand("returned"),
  全部退回: (dialog, rest, said, facts) => giveBack(dialog, `全部 ${rest}`, said, facts),
};
