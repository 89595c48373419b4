import type { FiledOpinion, FiledRecord, SimilarRecord } from "./report.ts";

/** A record that staff entered for a deputy to acknowledge, with whom it names besides: a yes says that of them too. */
export type EnteredRecord = SimilarRecord & { readonly with?: readonly string[] };

/** What somebody is told about reports that others made. */
export type ReportNews =
  | {
      readonly kind: "report.entered";
      readonly records: readonly EnteredRecord[];
      readonly by: string;
      /** Opinions that were written down with them: a yes makes them the deputy's own, too. */
      readonly opinions?: readonly FiledOpinion[];
    }
  /** What staff entered they took back before the deputy had spoken on it. */
  | {
      readonly kind: "report.entered-withdrawn";
      readonly records: readonly FiledRecord[];
      /** How many opinions went with them. */
      readonly opinions: number;
      readonly by: string;
    }
  /** A colleague named this deputy as a companion. */
  | { readonly kind: "report.companion"; readonly record: SimilarRecord; readonly by: string };
