import type { Tx } from "#db/client.ts";
import { listNamesLike, listOrgsOf } from "#db/queries/figures/found.ts";
import { withTermDays } from "#src/actions/figures/with-term-days.ts";
import { editReport } from "#src/actions/edit-report.ts";
import { fileReports } from "#src/actions/file-reports.ts";
import { type Grant, openGate } from "#src/actions/gate.ts";
import { declineReminders } from "#src/actions/decline-reminders.ts";
import { snoozeReminder } from "#src/actions/snooze-reminder.ts";
import { leaveOpinion } from "#src/actions/leave-opinion.ts";
import { readContact } from "#src/actions/read-contact.ts";
import { cosignSuggestion } from "#src/actions/cosign-suggestion.ts";
import { submitSuggestion } from "#src/actions/submit-suggestion.ts";
import { shareAmended } from "#src/actions/share-amended.ts";
import { acknowledgeRecords } from "#src/actions/speak-on-records.ts";
import { withdrawReport } from "#src/actions/withdraw-report.ts";
import { namedOrgs } from "#src/domain/figures/named-orgs.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Day } from "#src/domain/day.ts";
import { nearNames } from "#src/domain/near-names.ts";
import type { Speaker } from "#src/domain/person.ts";
import type { GateRefusal, Outcome, Refusal, Request, RequestName } from "#src/domain/request.ts";
import type { DocumentBlock } from "#src/domain/document.ts";
import type { LogFacts } from "#src/kernel/log.ts";
import type { News } from "#src/domain/news.ts";
import { isAboutActivities, performActivity } from "./perform-activity.ts";
import type { BindParts } from "#src/identify/tries.ts";
import { isAboutAccounts, performAccount } from "./perform-account.ts";
import { isAboutMandates, performMandate } from "./perform-mandate.ts";
import { isAboutObligations, performObligation } from "./perform-obligation.ts";
import { isAboutPapers, performPapers } from "./perform-papers.ts";
import { isAboutSessions, performSession } from "./perform-session.ts";
import { isAboutCheckIn, performCheckIn } from "./perform-check-in.ts";
import { isAboutPlans, performPlan } from "./perform-plan.ts";
import type { Workbooks } from "./workbooks.ts";
import { findUnproven } from "./prove.ts";
import { isAboutFiled, performFiled } from "./perform-filed.ts";
import { performLook } from "./perform-look.ts";
import { performOffice } from "./perform-office.ts";

/** What actions need besides a transaction. */
export type PerformParts = BindParts & {
  /** Makes a document to print. */
  readonly writeDocument: (blocks: readonly DocumentBlock[]) => Promise<Uint8Array>;
  /** Reads and writes workbooks. */
  readonly workbooks: Workbooks;
};

/** What became of a request, and who else is to be told. */
export type Performed = { readonly outcome: Outcome; readonly news: readonly News[] };

/** Does what a conversation asked for, if the gate lets the speaker; the answer may be a refusal. */
export async function perform(
  tx: Tx,
  parts: PerformParts,
  request: Request,
  facts: Facts,
): Promise<Performed> {
  const opened = openGate(facts.speaker, request.do, facts.today);
  const grant = typeof opened === "string" ? opened : ((await findUnproven(tx, request.do, facts)) ?? opened);
  if (typeof grant === "string") parts.log.info("gate.refused", refusalFacts(request, grant, facts));
  const done = typeof grant === "string" ? grant : await actOnDays(tx, parts, grant, request, facts);
  if (typeof done === "string") return { outcome: await toRefused(tx, grant, request, done), news: [] };
  return "news" in done ? done : { outcome: done, news: [] };
}

const refusalFacts = ({ do: asked }: Request, why: Refusal, { speaker }: Facts): LogFacts => ({
  request: asked,
  why,
  person: speaker.kind === "guest" ? null : speaker.personId,
});

/** The grant for what was asked for a while ago and is done only now: the roles held now decide. */
export const reopenGrant = (speaker: Speaker, request: RequestName, today: Day): Grant | GateRefusal =>
  openGate(speaker, request, today);

async function toRefused(tx: Tx, grant: Grant | Refusal, request: Request, why: Refusal): Promise<Outcome> {
  const refused = { of: "refused", request: request.do, why } as const;
  if (typeof grant === "string") return refused;
  if (why === "no-such-org") return { ...refused, ...(await unknownOf(tx, grant, request)) };
  if (why !== "no-such-deputy") return refused;
  const about = "basis" in request ? request.basis.person : undefined;
  const said = about ?? (request.do === "figures.profile" ? request.person : undefined);
  if (said === undefined) return refused;
  const [near] = nearNames(said, await listNamesLike(tx, grant.scope, said));
  if (near === undefined) return about === undefined ? refused : { ...refused, about };
  return { ...refused, about: said, near };
}

// In the speaker's own words: what is elsewhere reads like what is nowhere.
async function unknownOf(tx: Tx, grant: Grant, request: Request): Promise<{ readonly about?: string }> {
  if (!("basis" in request)) return {};
  const named = namedOrgs(request.basis);
  const found = new Set((await listOrgsOf(tx, grant.scope, named)).map((one) => one.name));
  const about = named.filter((one) => !found.has(one)).join("\u3001");
  return about === "" ? {} : { about };
}

// 本届 is a stretch of days before anything is counted over it.
async function actOnDays(
  tx: Tx,
  parts: PerformParts,
  grant: Grant,
  request: Request,
  facts: Facts,
): Promise<Outcome | Performed | Refusal> {
  const dated = await withTermDays(tx, grant, request, facts);
  return typeof dated === "string" ? dated : act(tx, parts, grant, dated, facts);
}

function act(
  tx: Tx,
  parts: PerformParts,
  grant: Grant,
  request: Request,
  world: Facts,
): Promise<Outcome | Performed | Refusal> {
  const { vault } = parts;
  if (isAboutAccounts(request)) return performAccount(tx, parts, grant, request, world);
  if (isAboutMandates(request)) return performMandate(tx, parts, grant, request, world);
  if (isAboutActivities(request)) return performActivity(tx, parts, grant, request, world);
  if (isAboutPapers(request)) return performPapers(tx, parts, grant, request, world);
  if (isAboutCheckIn(request)) return performCheckIn(tx, parts, grant, request, world);
  if (isAboutPlans(request)) return performPlan(tx, parts, grant, request, world);
  if (isAboutSessions(request)) return performSession(tx, grant, request, world);
  if (isAboutObligations(request)) return performObligation(tx, parts, grant, request, world);
  if (request.do === "report.amend" || request.do === "report.edit")
    return editReport(tx, grant, request, world);
  if (isAboutFiled(request)) return performFiled(tx, grant, request, world);
  switch (request.do) {
    case "report.file":
      return fileReports(tx, vault, grant, request, world);
    case "report.withdraw":
      return withdrawReport(tx, grant, request, world);
    case "report.which":
    case "report.whose":
    case "report.heard-on":
    case "case.show":
    case "record.show":
      return performLook(tx, grant, request, world);
    case "opinion.leave":
      return leaveOpinion(tx, vault, grant, request, world);
    case "contact.read":
      return readContact(tx, vault, grant, request, world);
    case "suggestion.submit":
      return submitSuggestion(tx, grant, request, world);
    case "suggestion.cosign":
      return cosignSuggestion(tx, grant, request, world);
    case "report.acknowledge":
      return acknowledgeRecords(tx, grant, request, world);
    case "report.share":
      return shareAmended(tx, grant, request, world);
    case "deadline.snooze":
      return snoozeReminder(tx, grant, request, world);
    case "deadline.decline":
      return declineReminders(tx, grant, request, world);
    default:
      return performOffice(tx, grant, request, world);
  }
}
