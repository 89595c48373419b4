import type { Understanding } from "./understanding.ts";

type Suggestion = NonNullable<Understanding["suggestion"]>;

/** A message that makes or seconds a suggestion; what it is of is asked where neither that nor whose it is was said. */
export const asSuggestion = (suggestion: Suggestion): Understanding => ({
  intent: "suggestion",
  reports: [],
  opinions: [],
  suggestion,
  ask: suggestion.title === "" && suggestion.person === undefined ? ["title"] : [],
});
