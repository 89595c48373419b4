import type { RosterProblem } from "../roster/roster.ts";
import type { Register } from "./attendance.ts";
import type { ReadPlan } from "./plan.ts";

/** Reads a workbook of the speaker's own conversation; what it is of, its sheets say. */
export type WorkbookRequest =
  | { readonly do: "workbook.read"; readonly messageId: number; readonly file: string }
  /** An empty one to fill in. */
  | { readonly do: "workbook.template"; readonly messageId: number; readonly of: "plan" | "minutes" };

/** What was in a workbook. */
export type WorkbookOutcome =
  | (ReadPlan & { readonly of: "workbook.plan"; readonly messageId: number })
  | { readonly of: "workbook.minutes"; readonly messageId: number; readonly register: Register }
  | { readonly of: "workbook.faulty"; readonly problems: readonly RosterProblem[] }
  /** It has sheets of other names. */
  | { readonly of: "workbook.unknown"; readonly sheets: readonly string[] }
  /** Why it was not read at all. */
  | {
      readonly of: "workbook.unreadable";
      readonly why: "too-large" | "not-xlsx" | "locked" | "bomb" | "gone";
    }
  | {
      readonly of: "workbook.template";
      readonly what: "plan" | "minutes";
      readonly file: { readonly id: string; readonly name: string; readonly type: string };
    };
