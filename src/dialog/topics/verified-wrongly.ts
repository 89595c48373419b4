import type { Facts } from "#src/domain/facts.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { numbersIn } from "../spoken-number.ts";
import { ask, say } from "../turns.ts";
import type { Said } from "./report.ts";

const REASON = "核实错了";
const OWNED =
  "(?:(?:点|按|弄|搞|看|核实)错(?:了)?[,\\s]*(?:我)?(?:都|那|这|几|条|些|的)*(?:不(?:应该|应当|该|应|能)核实|(?:取消|撤销|撤回|收回)核实)|不(?:应该|应当|该)核实|(?:取消|撤销|撤回|收回)核实|误核实|核实错)";
const OF_NAMED = new RegExp(OWNED, "u");
const OF_LAST = new RegExp(
  `^(?:哎呀|不好意思|糟了|我|刚才|刚刚|上面|那|这|[一二两三几]|条|些|的|都|是|把|请|帮我|[,\\s])*${OWNED}(?:了|的|吧|一下|它|它们|那几条|这几条)*[。.!]*$`,
  "u",
);
// 取消核实 编号 理由 is a command, with its reason as it stands.
const AS_COMMAND = /^取消核实[\s:,]*\S/u;
const IS_ELSE = /[?]|[吗呢没]|怎么|咋|能不能|谁|是不是|应(?:该)?是|而是|理由|因为/u;
const LONGEST = 40;

/**
 * Staff take back that they verified something: 李明的履-…核实错了,取消核实; 我刚才点错了,不该核实, which is of what was listed
 * last. It is shown before anything is sent back. Undefined for all else.
 */
export function hearVerifiedWrongly(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  const line = text.normalize("NFKC").trim();
  if (!isStaff(facts.speaker) || line.length > LONGEST || AS_COMMAND.test(line) || IS_ELSE.test(line))
    return undefined;
  const numbers = numbersIn(line, "履");
  if (numbers.length === 0) return OF_LAST.test(line) ? ofListed(dialog) : undefined;
  if (!OF_NAMED.test(line)) return undefined;
  const [number = "", another] = numbers;
  return another === undefined
    ? ask(dialog, { do: "verify.return", number, reason: REASON, ask: true })
    : ask(dialog, { do: "verify.return-list", which: { numbers }, reason: REASON });
}

function ofListed(dialog: Dialog): Turn {
  const numbers = (dialog.listed ?? []).filter((one) => one.startsWith("履"));
  return numbers.length === 0
    ? say(dialog, { kind: "verify.refused", why: "no-number" })
    : ask(dialog, { do: "verify.return-list", which: { numbers }, reason: REASON });
}
