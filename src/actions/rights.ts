import { looksAfterDeputies, STAFF_ROLES, type StaffRole } from "#src/domain/person.ts";
import type { RequestName } from "#src/domain/request.ts";

/** Who may ask for something at all. `staff` are the roles that look after deputies, not handling units. */
export type Who = "anyone" | "member" | "deputy" | "staff" | "office" | "deputy-or-staff";

/**
 * What a request is about, which decides how far it reaches. What belongs to deputies, activities and opinions reaches
 * as far as the subtree of the org a role is held in; without such a role it is about the speaker alone.
 */
export type About = "self" | "deputies" | "activities" | "opinions" | "congress" | "program";

/** What becomes of it where it concerns the speaker: nobody verifies, decides on or corrects what concerns himself. */
export type OwnConcern = "free" | "refused" | "left-out";

/** One line of the rights table. */
export type Right = {
  readonly who: Who;
  readonly about: About;
  readonly own: OwnConcern;
  /** The roles whose subtrees count for it, where not every staff role's do. */
  readonly as?: readonly StaffRole[];
};

const right = (who: Who, about: About, own: OwnConcern = "free"): Right => ({ who, about, own });

/** The roles that answer for the district as a whole and for the program itself. */
export const OFFICE_ROLES = ["office", "director"] as const satisfies readonly StaffRole[];

/** The roles that make one-time codes for those below them. */
const CODE_ROLES = ["township_chair", "township_clerk", "office"] as const satisfies readonly StaffRole[];

/** The roles that look after deputies. */
export const CARING_ROLES: readonly StaffRole[] = STAFF_ROLES.filter(looksAfterDeputies);

/** The rights table: every request has a line, and `docs/rights.md` shows it role by role. */
export const RIGHTS: Readonly<Record<RequestName, Right>> = {
  "account.bind": right("anyone", "self"),
  "account.unbind": right("member", "self"),
  "account.logins": right("member", "self"),
  "account.leave-others": right("member", "self"),
  "account.factor": right("member", "self"),
  "account.find": { ...right("staff", "deputies", "refused"), as: CODE_ROLES },
  "account.choose": { ...right("staff", "deputies", "refused"), as: CODE_ROLES },
  "account.invite": { ...right("staff", "deputies", "refused"), as: CODE_ROLES },
  "account.revoke": { ...right("staff", "deputies", "refused"), as: CODE_ROLES },
  "mandate.preview": { ...right("office", "deputies", "refused"), as: ["office"] },
  "mandate.change": { ...right("office", "deputies", "refused"), as: ["office"] },
  "mandate.undo-preview": { ...right("office", "deputies", "refused"), as: ["office"] },
  "mandate.undo": { ...right("office", "deputies", "refused"), as: ["office"] },
  "report.file": right("deputy-or-staff", "deputies"),
  "report.withdraw": right("member", "self"),
  "report.explain": right("member", "self"),
  "report.restore": right("member", "self"),
  "report.which": right("member", "self"),
  "report.whose": right("staff", "deputies"),
  "report.heard-on": right("member", "self"),
  "report.amend": right("member", "self"),
  "report.edit": right("member", "self"),
  "report.acknowledge": right("member", "self"),
  // Whoever has left office since was there all the same: the day decides, as it does for what staff entered.
  "report.share": right("member", "self"),
  "file.attach": right("anyone", "self"),
  "file.take-off": right("member", "self"),
  "opinion.leave": right("anyone", "self"),
  // Staff for opinions they look after, and acting deputies for what they brought; every reading is in the audit.
  "contact.read": right("deputy-or-staff", "opinions"),
  "suggestion.submit": right("deputy", "self"),
  "suggestion.cosign": right("deputy", "congress", "refused"),
  "record.show": right("member", "deputies"),
  "export.make": right("deputy-or-staff", "deputies"),
  "export.absences": right("staff", "deputies"),
  "export.missing": right("staff", "deputies"),
  "export.opinions": right("staff", "opinions"),
  "certificate.make": right("deputy-or-staff", "deputies"),
  "verify.list": right("staff", "deputies", "left-out"),
  "verify.mark": right("staff", "deputies", "left-out"),
  "verify.return": right("staff", "deputies", "refused"),
  "verify.return-list": right("staff", "deputies", "left-out"),
  "verify.return-all": right("staff", "deputies", "left-out"),
  "activity.preview": right("staff", "activities"),
  "activity.publish": right("staff", "activities"),
  "workbook.read": right("staff", "self"),
  "workbook.template": right("staff", "self"),
  "plan.preview": right("staff", "activities"),
  "plan.publish": right("staff", "activities"),
  "plan.drop": right("staff", "activities"),
  // In the subtrees of a role; only a district or a township has a congress.
  "session.preview": right("staff", "congress"),
  "session.publish": right("staff", "congress"),
  "activity.show": right("member", "activities"),
  "activity.list": right("deputy-or-staff", "activities"),
  "activity.cancel": right("staff", "activities", "refused"),
  // Before it begins nobody is absent from it: whoever called it may change it, himself concerned or not.
  "activity.change-preview": right("staff", "activities"),
  "activity.change-on": right("staff", "activities"),
  "activity.change": right("staff", "activities"),
  "activity.nudge-preview": right("staff", "activities"),
  "activity.nudge": right("staff", "activities"),
  "activity.enter-notice": right("staff", "activities", "refused"),
  // Each of what may be wanted is asked for at its own place: nobody vouches for a notice to himself.
  "activity.of-day": right("staff", "activities", "refused"),
  "activity.coming": right("deputy", "self"),
  "activity.leave": right("deputy", "self"),
  "activity.answer-several": right("deputy", "self"),
  "activity.own-leaves": right("deputy", "self"),
  // The policy names who decides for each kind of activity; whoever is not named finds nothing to decide on.
  "activity.decide-leave": right("member", "activities", "refused"),
  "activity.decide-leaves": right("member", "activities", "refused"),
  "attendance.preview": right("staff", "activities", "refused"),
  "attendance.preview-on": right("staff", "activities", "refused"),
  "attendance.mark": right("staff", "activities", "refused"),
  "attendance.finalise": right("staff", "activities", "refused"),
  "attendance.correct": right("staff", "activities", "refused"),
  "check-in.show": right("staff", "activities"),
  "check-in.enter": right("deputy", "self"),
  "absence.object": right("member", "self"),
  "absence.enter-told": right("staff", "deputies", "refused"),
  "absence.close-case": { ...right("staff", "deputies", "refused"), as: ["office"] },
  "absence.decide-objection": { ...right("staff", "activities", "refused"), as: ["office"] },
  // Whoever has left office since still hands in what was owed until then.
  "obligation.submit": right("member", "self"),
  // The policy names who takes each kind of report; whoever is not named finds nothing to decide on.
  "obligation.accept": right("staff", "deputies", "refused"),
  "obligation.return": right("staff", "deputies", "refused"),
  "obligation.read": right("staff", "deputies"),
  "obligation.on-paper": right("member", "self"),
  "obligation.enter-paper": right("staff", "deputies", "refused"),
  "obligation.nudge": right("staff", "deputies", "left-out"),
  "obligation.own": right("member", "self"),
  "obligation.whether": right("member", "self"),
  "obligation.late": right("staff", "deputies"),
  "deadline.snooze": right("member", "self"),
  "deadline.decline": right("member", "self"),
  "figures.own-duty": right("member", "self"),
  "figures.own-score": right("member", "self"),
  "case.show": right("anyone", "opinions"),
  "figures.own-cases": right("anyone", "self"),
  "figures.own-data": right("anyone", "self"),
  "data.export": right("anyone", "self"),
  "data.erase-preview": right("anyone", "self"),
  "data.erase": right("anyone", "self"),
  "data.correct": right("anyone", "self"),
  "data.corrections": { ...right("staff", "deputies", "left-out"), as: ["office"] },
  "data.answer": { ...right("staff", "deputies", "refused"), as: ["office"] },
  "figures.own-attendance": right("member", "self"),
  "figures.profile": right("deputy-or-staff", "deputies"),
  "figures.count": right("deputy-or-staff", "deputies"),
  "figures.cut": right("deputy-or-staff", "deputies"),
  "figures.why": right("member", "deputies"),
  "figures.missing": right("staff", "deputies"),
  "figures.opinions": right("member", "opinions"),
  "figures.backlog": right("staff", "opinions"),
  "figures.todo": right("member", "deputies"),
  "figures.absences": right("staff", "deputies"),
  "figures.leaves": right("staff", "deputies"),
  "figures.fates": right("staff", "deputies"),
  "on-call.show": right("staff", "self"),
  "on-call.set": right("staff", "self"),
  "nudge.list": right("staff", "deputies"),
  "nudge.send": right("staff", "deputies", "left-out"),
  "retention.show": { ...right("office", "program"), as: OFFICE_ROLES },
  "feedback.leave": right("anyone", "program"),
  "feedback.list": { ...right("office", "program"), as: OFFICE_ROLES },
  "feedback.close": { ...right("office", "program"), as: OFFICE_ROLES },
};
