/** Why a matter is none for a suggestion of a deputy; each has a better place to go. */
export type Unsuited = "own_matter" | "court_case" | "tender" | "promotion";
