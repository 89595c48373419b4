import type { AttendedKind } from "../activity.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { AverageOver } from "../figures/average.ts";
import type { Cut, FigureBasis } from "../figures/figure-basis.ts";
import type { Handled } from "../figures/fate-view.ts";
import type { FigurePeriod } from "../figures/figure-period.ts";
import type { TodoKind } from "../figures/todo.ts";
import type { Figure } from "../figures/figure.ts";

/** What can be asked about duty done. Every answer is a figure, or a refusal. */
export type FigureRequest =
  | { readonly do: "figures.own-duty" }
  | { readonly do: "figures.own-score" }
  /** With a word only those in which it stands. */
  | { readonly do: "figures.own-cases"; readonly page: number; readonly word?: string }
  | { readonly do: "figures.own-data" }
  /** Without a period of this year. */
  | { readonly do: "figures.profile"; readonly person: string; readonly period?: FigurePeriod }
  /** `beside`: and how much more or less there is of it in that stretch. `over`: with the average besides. `filed`: also by the days on which the records came in. */
  | {
      readonly do: "figures.count";
      readonly basis: FigureBasis;
      readonly over?: AverageOver;
      readonly beside?: FigurePeriod;
      readonly filed?: true;
    }
  /** `whole`: with the total above its parts. */
  | {
      readonly do: "figures.cut";
      readonly basis: FigureBasis;
      readonly by: Cut;
      readonly page: number;
      readonly whole?: true;
      /** Of kinds these only, each with its line, whether or not there is anything of it. */
      readonly kinds?: readonly DutyKind[];
      /** Beside them how many opinions were brought. */
      readonly opinions?: true;
      /** Each line with its average besides. */
      readonly over?: AverageOver;
      /** How many townships there are, as the question has it. */
      readonly towns?: number;
    }
  /** `states`: each with whether staff have verified it. */
  | {
      readonly do: "figures.why";
      readonly basis: FigureBasis;
      readonly page: number;
      readonly states?: true;
    }
  | { readonly do: "figures.opinions"; readonly basis: FigureBasis }
  | { readonly do: "figures.backlog"; readonly basis: FigureBasis; readonly page: number }
  /** All that waits, or one kind of it page by page; of a place only what lies in it. */
  | {
      readonly do: "figures.todo";
      readonly what?: TodoKind;
      readonly page?: number;
      readonly org?: string;
    }
  /** `why`: every activity with what it was counted as, and by which rule. */
  | {
      readonly do: "figures.own-attendance";
      readonly why?: { readonly page: number };
      /** Without it this year. */
      readonly period?: FigurePeriod;
      /** Only at this kind of meeting. */
      readonly meeting?: AttendedKind;
    }
  /** `why`: each absence with all that made it one. */
  | {
      readonly do: "figures.absences";
      readonly basis: FigureBasis;
      readonly page: number;
      readonly why?: true;
    }
  /** What became of what staff wrote down, or sent back, in the stretch. */
  | {
      readonly do: "figures.fates";
      readonly of: Handled;
      readonly basis: FigureBasis;
      readonly page: number;
    }
  | { readonly do: "figures.leaves"; readonly basis: FigureBasis; readonly page: number }
  | { readonly do: "figures.missing"; readonly basis: FigureBasis; readonly page: number };

/** What came of a request about figures. */
export type FigureOutcome = { readonly of: "figures.shown" } & Figure;

/** Why a figure cannot be shown. What is out of reach reads like what does not exist. */
export type FigureRefusal =
  | "no-such-org"
  /** Villages have no deputies of their own: several are no figure. */
  | "places-apart"
  | "no-such-deputy"
  | "several-deputies"
  | "others-duty"
  /** The days of a term are not on file, or those of two congresses differ. */
  | "no-such-term"
  | "terms-differ"
  /** Who does most or least is not told. */
  | "no-ranking";
