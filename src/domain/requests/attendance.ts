import type { AttendanceStatus } from "../activity.ts";
import type { ActivityView } from "./activity.ts";
import type { NamesUnknown, OneByOne, WhichAttended } from "./attendance-unread.ts";
import type { RegisterOn } from "./register-on.ts";

/** What staff say became of a deputy at an activity. */
export type MarkedStatus = Exclude<AttendanceStatus, "expected">;

/** What staff say became of one deputy, by the name that was said. */
export type NamedMark = {
  readonly name: string;
  /** The office's own number of the deputy, where a name means several. */
  readonly code?: string;
  readonly status: MarkedStatus;
  /** How long he or she was there. */
  readonly minutes?: number;
  /** When he or she came, as HH:MM, where a list says from when to when. */
  readonly cameAt?: string;
};

/** A register as it was said: named deputies, and what holds for everybody else, if anything. */
export type Register = {
  readonly activity: string;
  readonly marks: readonly NamedMark[];
  readonly rest: MarkedStatus | null;
  /** Who checked in and is not named came. */
  readonly checkedIn?: true;
  /** How many minutes it lasted, where a list of times says so. */
  readonly held?: number;
};

/** Who was there for how long, where that is on record. */
export type TimesPresent = {
  /** Minutes that it lasted. */
  readonly held: number;
  readonly people: readonly { readonly name: string; readonly minutes: number; readonly tooShort: boolean }[];
  /** Less than this share counts as absent; null where the policy has no such rule. */
  readonly share: { readonly parts: number; readonly of: number } | null;
};

/** One deputy's attendance as staff say it was; `personId` where the name alone means several. */
export type AttendanceCorrection = {
  readonly activity: string;
  readonly name: string;
  readonly personId?: number;
  readonly status: MarkedStatus;
};

/** What can be tapped is whose attendance it is. */
export type AttendanceAct = Extract<AttendanceRequest, { do: "attendance.correct" }>;

/** What would follow if a register were final, by name. */
export type Foreseen = {
  /** They would be reminded in private. */
  readonly warned: readonly string[];
  /** The office would be asked to look into their absences. */
  readonly cases: readonly string[];
  /** What they were told of earlier absences would be taken back. */
  readonly withdrawn: readonly string[];
  /** Marked absent without a proof that they were told of it: not counted. */
  readonly uncounted: readonly string[];
};

/** Somebody whom a register calls absent, and the records that say otherwise. */
export type ReportedThere = {
  readonly name: string;
  /** The number of the deputy's own record of that day. */
  readonly own?: string;
  /** A colleague's record that names the deputy. */
  readonly by?: { readonly name: string; readonly number: string };
};

/** Somebody with what tells people of one name apart. */
export type Namesake = {
  readonly personId: number;
  readonly name: string;
  readonly code: string | null;
  readonly group: string | null;
};

/** What may be asked about registers, absences and objections. */
export type AttendanceRequest =
  /** Reads a register back and asks before it is written. */
  | ({ readonly do: "attendance.preview"; readonly messageId: number } & Register)
  | RegisterOn
  /** What was `seen` is what it still is, or it is shown again. */
  | ({ readonly do: "attendance.mark"; readonly seen?: string } & Register)
  /** Shows what would follow, until what was `seen` is what it still is. */
  | { readonly do: "attendance.finalise"; readonly activity: string; readonly seen?: string }
  | (AttendanceCorrection & { readonly do: "attendance.correct"; readonly seen?: string });

/** Names by what became of them. */
export type Tally = Readonly<Partial<Record<AttendanceStatus, readonly string[]>>>;

/** What came of a request about registers, absences and objections. */
export type AttendanceOutcome =
  | { readonly of: "attendance.marked"; readonly activity: ActivityView; readonly tally: Tally }
  | {
      readonly of: "attendance.final";
      readonly activity: ActivityView;
      readonly tally: Tally;
      /** Records that were made or linked without anybody typing them. */
      readonly records: number;
      /** They are to be told of an absence, and no channel reaches them. */
      readonly unreached: readonly string[];
    }
  /** Somebody else was quicker. */
  | { readonly of: "attendance.already-final"; readonly activity: ActivityView; readonly by: string | null }
  /** It says so already. */
  | {
      readonly of: "attendance.already-so";
      readonly activity: ActivityView;
      readonly name: string;
      readonly status: MarkedStatus;
      readonly by: string | null;
    }
  /** A register names somebody of whom there are several. */
  | {
      readonly of: "attendance.namesakes";
      readonly activity: ActivityView;
      readonly people: readonly Namesake[];
    }
  | NamesUnknown
  | WhichAttended
  | OneByOne
  /** Several of one name were called to it. */
  | {
      readonly of: "attendance.which";
      readonly correction: AttendanceCorrection;
      readonly people: readonly Namesake[];
    }
  /** They are called on leave, and nobody granted it. */
  | { readonly of: "attendance.no-leave"; readonly activity: ActivityView; readonly names: readonly string[] }
  /** Leave was granted, and only who decides on leave may take it away. */
  | {
      readonly of: "attendance.leave-stands";
      readonly activity: ActivityView;
      readonly name: string;
      /** Who decides on it by the policy; the office may always. */
      readonly deciders: readonly string[];
    }
  /** The leave is from the whole session of this number, not from this sitting. */
  | {
      readonly of: "attendance.leave-of-session";
      readonly activity: ActivityView;
      readonly name: string;
      readonly session: string;
    }
  /** It has not begun. */
  | {
      readonly of: "attendance.not-yet";
      readonly activity: ActivityView;
      readonly wish: "finalise" | "register";
    }
  | { readonly of: "attendance.unmarked"; readonly activity: ActivityView; readonly names: readonly string[] }
  | {
      readonly of: "attendance.corrected";
      readonly activity: ActivityView;
      readonly name: string;
      readonly status: MarkedStatus;
    };

/** Why a wish about registers, absences and objections cannot be met. */
export type AttendanceRefusal =
  | "attendance-nobody-named"
  | "attendance-already-final"
  | "attendance-not-final"
  | "attendance-sittings-open"
  /** Minutes are told, and not how long it lasted. */
  | "attendance-no-length"
  | "attendance-minutes-over"
  /** The office decided on an objection to it: only the office puts it otherwise. */
  | "attendance-decided"
  | "attendance-own"
  /** Nothing that is not final yet was on the day that was named; or, where none was, has begun. */
  | "attendance-none-on"
  | "attendance-none-begun"
  /** No register that could be put right is meant by the words. */
  | "attendance-none-to-amend";
