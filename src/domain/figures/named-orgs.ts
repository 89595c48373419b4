import type { FigureBasis } from "./figure-basis.ts";

/** The organisations and places that a figure was asked of by their names: none, the one, or several. */
export const namedOrgs = ({ org, orgs = [] }: Pick<FigureBasis, "org" | "orgs">): readonly string[] =>
  org === undefined ? orgs : [org, ...orgs];
