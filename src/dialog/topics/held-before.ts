import type { Facts } from "#src/domain/facts.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readHeldPlan } from "../plan/read-held-plan.ts";
import { gathers } from "../plan/told-as.ts";
import { presentDraft } from "./present-draft.ts";
import type { Said } from "./report.ts";

const ENTERS =
  /^(?:请|麻烦|帮我|我|要|想|再|还|需要|把)*补(?:登记?|录入?|发布|填)(?:一?下|上)?(?:[一这那]?(?:场|次|个))?(?:以前|之前|当时)?(?:(?:开过|办过)的)?(?:活动|会议)?[:,\s]*/u;
const AFTER =
  /[,\s]*(?:当时)?(?:没|未)(?:有)?(?:在?(?:这里|这儿|系统|平台|助手)(?:里|上)?)?(?:发|发布|登记)(?:过|的)?(?:通知|活动)?[,\s]*(?:现在|请|帮我|要|想|得|需要)*补(?:登记?|录入?|上|一下)(?:一下|吧|了)*(?=[,\s]|$)/u;
const ELSE = /考勤|签到|到会|出勤|履职|走访|请假|补假|自评|报告|[?吗]/u;
const LONGEST = 120;

/**
 * Staff enter an activity that was called by telephone or on paper and has been held: 补登一场活动,9月25日下午2点半代表小组活动. It is
 * asked to the end and shown first; nobody is called to it. Undefined for all else.
 */
export function hearHeldBefore(dialog: Dialog, { text, messageId }: Said, facts: Facts): Turn | undefined {
  const line = text.normalize("NFKC").trim();
  if (!isStaff(facts.speaker) || line.length > LONGEST || ELSE.test(line)) return undefined;
  if (!ENTERS.test(line) && !AFTER.test(line)) return undefined;
  if (!gathers(line)) return undefined;
  const words = line.replace(ENTERS, "").replace(AFTER, "");
  return presentDraft(
    dialog,
    { at: "activity", card: `a${messageId}`, messageId, draft: readHeldPlan(words, facts) },
    facts,
  );
}
