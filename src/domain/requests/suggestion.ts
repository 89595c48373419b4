import type { Day } from "../day.ts";

/** A suggestion, as others are told of it. */
export type SuggestionView = { readonly number: string; readonly title: string; readonly lead: string };

/** What must be said yes to before somebody's name stands on a suggestion, once more or for the first time. */
export type SuggestionQuestion =
  /** A name would be put under a colleague's suggestion. */
  | { readonly kind: "sure.cosign"; readonly suggestion: SuggestionView }
  /** What the deputy submitted before, and still stands, would be submitted once more. */
  | {
      readonly kind: "sure.submit-again";
      readonly number: string;
      readonly title: string;
      readonly motion: boolean;
      /** The day it was submitted on. */
      readonly on: Day;
    };

/** What may be asked about suggestions. */
export type SuggestionRequest =
  | {
      readonly do: "suggestion.submit";
      readonly messageId: number;
      readonly title: string;
      readonly text: string;
      readonly motion: boolean;
      /** Ids of files of the speaker's own conversation. */
      readonly files?: readonly string[];
      /** The speaker knows that he or she has submitted it already, and wants this one as well. */
      readonly again?: true;
    }
  /** Looks for a colleague's suggestion by number, by lead, by gist, and asks before a name is added. */
  | {
      readonly do: "suggestion.cosign";
      readonly messageId: number;
      readonly number?: string;
      readonly person?: string;
      readonly gist?: string;
      /** The speaker has seen which one it is. */
      readonly sure?: true;
    };

/** What came of a request about suggestions. */
export type SuggestionOutcome =
  | {
      readonly of: "suggestion.submit";
      readonly number: string;
      readonly title: string;
      readonly motion: boolean;
      /** The duty record that was made of it. */
      readonly record: string;
      /** How many files lie with it. */
      readonly files?: number;
    }
  | ({
      readonly of: "suggestion.cosign";
      readonly already: boolean;
      /** The duty record that was made of it. */
      readonly record?: string;
    } & SuggestionView)
  /** Several fit: which one is meant. */
  | { readonly of: "suggestion.which"; readonly suggestions: readonly SuggestionView[] };

/** What somebody is told about suggestions without having asked. */
export type SuggestionNews =
  /** To the lead: a colleague's name stands under the suggestion. */
  | ({ readonly kind: "case.cosigned-yours"; readonly by: string } & SuggestionView)
  /** To whoever had signed: the lead has taken it back. */
  | ({ readonly kind: "case.suggestion-gone" } & SuggestionView);

/** Why a wish about suggestions cannot be met. */
export type SuggestionRefusal = "no-such-suggestion" | "own-suggestion" | "which-suggestion";
