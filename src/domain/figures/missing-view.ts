import type { FigureBasis } from "./figure-basis.ts";
import type { Page } from "./figure-view.ts";
import type { Subject } from "./subject.ts";

/** Who has no record in a stretch of time. */
export type MissingView = {
  readonly kind: "figures.missing";
  readonly subject: Subject;
  /** Its other pages are of the same. */
  readonly basis: FigureBasis;
  readonly deputies: number;
  readonly names: Page<string>;
};
