import type { Day } from "../day.ts";
import type { Submission } from "../submission.ts";
import type { HandedFile } from "./obligation.ts";

/** What somebody is told about what deputies owe without having asked. */
export type ObligationNews =
  /** To those who take it. */
  | {
      readonly kind: "obligation.handed-in";
      readonly title: string;
      readonly submission: Submission;
      readonly name: string;
      readonly personId: number;
      readonly text: string;
      readonly files: readonly HandedFile[];
      readonly again: boolean;
    }
  | {
      readonly kind: "obligation.said-on-paper";
      readonly title: string;
      readonly submission: Submission;
      readonly name: string;
      readonly personId: number;
    }
  /** To the deputy. */
  | { readonly kind: "obligation.paper-entered"; readonly title: string; readonly by: string }
  | {
      readonly kind: "obligation.nudged";
      readonly by: string;
      readonly owed: readonly {
        readonly title: string;
        readonly dueOn: Day;
        readonly submission?: Submission;
      }[];
    }
  | { readonly kind: "obligation.accepted"; readonly title: string; readonly by: string }
  | {
      readonly kind: "obligation.came-back";
      readonly title: string;
      readonly submission: Submission;
      readonly by: string;
      readonly reason: string;
      readonly dueOn: Day;
    };
