import type { Day } from "../day.ts";
import type { LeaveReason } from "../leave-reason.ts";

/** What waits for staff, by what it is. */
export type StaffTodo = {
  readonly unverified: number;
  /** Entered on behalf; the deputy's word is awaited. */
  readonly waiting: number;
  readonly leaves: number;
  /** Activities that are over and not finalised. */
  readonly unfinalised: number;
  /** Planned activities whose day is still to be fixed. */
  readonly undated: number;
  readonly opinions: number;
  readonly suggestions: number;
  /** Reports of deputies that were handed in. */
  readonly submissions: number;
  /** Strikes that nobody has looked into. */
  readonly cases: number;
  /** Absences that deputies object to, for the office to decide on. */
  readonly objections: number;
  /** What people want put right about themselves, for whoever answers it. */
  readonly corrections: number;
  /** What people said about the program itself. */
  readonly feedback: number;
};

/** What waits for a deputy, by what it is. */
export type DeputyTodo = {
  /** Records that staff entered. */
  readonly entered: number;
  /** Colleagues' records that name the deputy. */
  readonly shares: number;
  readonly returned: number;
  readonly invitations: number;
  readonly owed: number;
};

/** A kind of thing that waits for somebody. */
export type TodoKind = keyof StaffTodo | keyof DeputyTodo;

/** One thing that waits. */
export type TodoItem = {
  readonly kind: TodoKind;
  /** Its number; empty for what has none. */
  readonly number: string;
  /** Whose it is, or who brought it. */
  readonly who: string | null;
  readonly what: string | null;
  /** Since when it waits, or the day it is about. */
  readonly since: Day;
  /** Of what waits for a deputy's word: from then on it counts without one. */
  readonly until?: Day;
  /** Of a wish for leave what it takes to decide on it. */
  readonly leave?: {
    /** The day of the activity. */
    readonly on: Day;
    readonly reason: LeaveReason;
    /** Asked for after the beginning. */
    readonly late: boolean;
    /** It was refused before. */
    readonly again: boolean;
  };
};
