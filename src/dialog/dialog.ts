import type { UnknownCompanion } from "#src/domain/requests/unknown-companion.ts";
import type { AttendedKind } from "#src/domain/activity.ts";
import type { DangerKind } from "#src/domain/danger-kind.ts";
import type { Day } from "#src/domain/day.ts";
import type { OpinionDraft, ReportDraft } from "#src/domain/draft.ts";
import type { Act } from "#src/domain/act.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { TableWanted } from "#src/domain/figures/export-data.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { Outcome, Request, SureOutcome } from "#src/domain/request.ts";
import type { MandateDraft } from "#src/domain/requests/mandate.ts";
import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import type { DayRefusal } from "#src/domain/requests/left-of-filing.ts";
import type { FilingLine } from "#src/domain/requests/filing.ts";
import type { ShareRequest } from "#src/domain/requests/share.ts";
import type { AmendRequest, CardField } from "#src/domain/requests/report.ts";
import type { AttachmentRef, Unreadable } from "#src/message/inbound.ts";
import type { ExplainedFigure } from "#src/text/figures-explained.ts";
import type { MandateGap } from "#src/text/mandate.ts";
import type { Submission } from "#src/domain/submission.ts";
import type { Reply } from "#src/text/reply.ts";
import type { Proposal } from "#src/understanding/proposal.ts";
import type { ActivityCard, SessionCard } from "./plan/plan-card.ts";

/** One open question about a card. `item` counts records first, then opinions. */
export type Question = {
  readonly item: number;
  readonly field: CardField | "intent";
  /** Its time of today is still to come. */
  readonly ahead?: true;
  /** The day that was named, which does not exist: 2月30日. */
  readonly noSuch?: string;
  /** It was done over a stretch of time, and its day is not known. */
  readonly total?: true;
  /** Its day was refused, and why: what was filed with it is filed. */
  readonly refused?: DayRefusal;
};

/** A report that was understood and waits for the deputy's yes. */
export type ReportCard = {
  readonly at: "report";
  readonly card: string;
  readonly messageId: number;
  /** The message's own words. */
  readonly said: string;
  readonly reports: readonly ReportDraft[];
  readonly opinions: readonly OpinionDraft[];
  /** What must still be asked, the first being asked now. */
  readonly questions: readonly Question[];
  readonly onBehalf?: string;
  /** Whom the report calls a deputy, and the roster does not know. */
  readonly unknown?: readonly UnknownCompanion[];
  /** What it is was asked and not answered: it waits for its buttons, and comes back no more. */
  readonly letGo?: true;
  /** Staff told of it and it is not known yet for whom: the names to choose from. */
  readonly whose?: readonly string[];
  /** Photos and files that came with it. */
  readonly files?: readonly AttachmentRef[];
  /** Words of a resident's matter that are on it nowhere yet. */
  readonly unheard?: string;
  /** The record that stands already, on which its opinions were heard. */
  readonly heardOn?: FilingLine;
  /** The danger to life that it tells of: whom to call stands on it first. */
  readonly danger?: DangerKind;
};

/** A suggestion that waits for the deputy's yes. */
export type SuggestionCard = {
  readonly at: "suggestion";
  readonly card: string;
  readonly messageId: number;
  readonly title: string;
  readonly text: string;
  readonly motion: boolean;
  /** Photos and files that came with it. */
  readonly files?: readonly AttachmentRef[];
};

/** Files that came without saying what they are of, and when the last of them came (ms since 1970). */
export type HeldFiles = { readonly files: readonly AttachmentRef[]; readonly at: number };

/** Something that was looked up first and is done after a yes. */
export type SureCard = Omit<SureOutcome, "of"> & { readonly at: "sure" };

/** A change of somebody's mandate, and the piece that is asked about. */
export type MandateCard = {
  readonly at: "mandate";
  readonly card: string;
  readonly messageId: number;
  readonly draft: MandateDraft;
  readonly asked: MandateGap;
};

/** A wish for leave, or a refusal of one, that lacks its activity or its reason, as it was asked about. */
export type LeaveCard = {
  readonly at: "leave";
  readonly card: string;
  readonly asked: Extract<
    ActivityOutcome,
    { of: "activity.which" | "activity.why-leave" | "activity.leave-unsure" | "activity.why-refuse" }
  >;
  /** It came back once already. */
  readonly again?: true;
  /** When it was asked. */
  readonly askedAt?: string;
};

/** Something unfinished in a conversation. */
export type Pending =
  | MandateCard
  | ReportCard
  | SuggestionCard
  | SureCard
  | ActivityCard
  | SessionCard
  | LeaveCard;

/** Where a conversation stands. The last pending is in focus, the others are parked and come back. */
export type Dialog = {
  readonly version: 2;
  readonly pending: readonly Pending[];
  /** The day on which a stranger's chatter was answered last. */
  readonly answeredOn?: Day;
  /** What the last figure was made of, for 为什么 and other divisions of it. */
  readonly figure?: FigureBasis;
  /** What absences were looked for in, where they were shown last. */
  readonly missed?: FigureBasis;
  /** The list that was shown last: 导出 alone makes a table of it. */
  readonly table?: TableWanted;
  /** The last figure, where it is not made of records. */
  readonly counted?: ExplainedFigure;
  /** The period, and the kind of meeting, in which one's own attendance was asked for last. */
  readonly attended?: FigurePeriod & { readonly meeting?: AttendedKind };
  /** What waits for the sentence that says what it is of. */
  readonly held?: HeldFiles;
  /** The numbers that the last message was answered with, as filed: a second 对 means these. */
  readonly filed?: readonly string[];
  /** What the last words put right, or say, of other records besides, and is still to be asked of the house. */
  readonly amending?: readonly (AmendRequest | ShareRequest)[];
  /** What the last words report, should nothing on record be like what they add somebody to. */
  readonly instead?: ReportCard;
  /** The page of a list that was shown last, and how many it has. */
  readonly paged?: { readonly page: number; readonly pages: number; readonly of?: string };
  /** The numbers of the records that were listed last, as they stood there: 第二条 means one of these. */
  readonly listed?: readonly string[];
  /** The number of the activity that staff published, changed or looked at last: a bare 改到10号 means it. */
  readonly meeting?: string;
  /** When that was. */
  readonly meetingAt?: string;
  /** Its register was written then. */
  readonly marked?: true;
  /** A change of a mandate was registered just now: a bare 撤销 means it. */
  readonly registered?: true;
  /** A wish to put one's own data right came without what it is to be, then: a bare number or name is that. */
  readonly correcting?: { readonly wish: string; readonly at: string };
  /** A report was to be handed in, and came without its text: what is written then is the report. */
  readonly handing?: { readonly submission: Submission; readonly at: string };
  /** 代报 was said with this name and no deed: what is told next was done by him or her. */
  readonly reporting?: { readonly name: string };
  /** A code was right, and the number of an authenticator is wanted besides: a bare number is that, then. */
  readonly binding?: { readonly code: string; readonly at: string };
  /** The card that came back in full after another topic; from then on it is only mentioned. */
  readonly recalled?: string;
  /** How often that was mentioned since. */
  readonly mentioned?: number;
};

export const IDLE: Dialog = { version: 2, pending: [] };

/** What a person did, or what became of a request. */
export type Input =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly attachments: readonly AttachmentRef[];
      readonly messageId: number;
      readonly sentAt: Date;
      /** What a second reader holds it to be, where the rules were not sure. */
      readonly proposal?: Proposal;
      /** It was written before and is changed now: what it came in as, and the records that stand of it. */
      readonly edited?: { readonly earlier: readonly number[]; readonly numbers: readonly string[] };
    }
  | { readonly kind: "act"; readonly act: Act; readonly messageId: number; readonly sentAt: Date }
  /** Words that may press buttons of two cards, both in view. */
  | {
      readonly kind: "unclear";
      readonly said: string;
      readonly options: readonly { readonly label: string; readonly act: Act }[];
    }
  /** A tap on something used up, foreign or unknown. */
  | { readonly kind: "stale"; readonly used: boolean }
  | { readonly kind: "unreadable"; readonly what: Unreadable }
  | { readonly kind: "outcome"; readonly outcome: Outcome };

/** One step of a conversation: where it stands now, what to say, and what to ask of the house before saying more. */
export type Turn = {
  readonly next: Dialog;
  readonly replies: readonly Reply[];
  readonly request?: Request;
};
