/** The label of a yes, and what it would do, line by line. */
export type SureWords = { readonly yes: string; readonly lines: readonly (string | false)[] };

/** Said above what is shown once more because it is not what was shown before. */
export const MOVED = "刚才情况有变,请按现在的再看一遍:";
