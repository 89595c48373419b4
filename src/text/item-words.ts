import type { RenderedChoice } from "./rendered.ts";

/** One thing in words, alone or in a list, and what can be done about it. */
export type ItemWords = {
  /** The whole message about this one thing. */
  readonly lines: readonly string[];
  /** The same in a list. */
  readonly line: string;
  readonly taps: readonly RenderedChoice[];
};
