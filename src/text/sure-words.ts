import type { RenderedChoice } from "./rendered.ts";

/** The label of a yes, and what it would do, line by line. */
export type SureWords = {
  readonly yes: string;
  readonly lines: readonly (string | false)[];
  /** What else may be tapped. */
  readonly other?: RenderedChoice;
};

/** Said above what is shown once more because it is not what was shown before. */
export const MOVED = "刚才情况有变,请按现在的再看一遍:";
