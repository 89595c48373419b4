import type { SimilarRecord } from "./requests/report.ts";

/** What is asked before something is filed that may stand already. */
export type SimilarQuestion =
  /** Records of the same day stand already that may tell of the same. */
  | {
      readonly kind: "sure.similar";
      readonly records: readonly SimilarRecord[];
      /** How many other deeds were told with it, which a no files all the same. */
      readonly others?: number;
      /** How many opinions, not registered yet, a no registers all the same. */
      readonly opinions?: number;
    }
  /** A colleague's record names the deputy, who may be telling of the same: a yes is to a share of it. */
  | { readonly kind: "sure.together"; readonly record: SimilarRecord; readonly by: string }
  /** A colleague's record tells of the same day in other words: a yes files one's own as of the same occasion. */
  | { readonly kind: "sure.joined"; readonly record: SimilarRecord; readonly by: string };
