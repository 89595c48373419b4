import type { CaseOutcome } from "#src/domain/requests/case.ts";
import type { RecordOutcome } from "#src/domain/requests/record.ts";
import type { FilingOutcome } from "#src/domain/requests/filing.ts";
import type { ReportOutcome } from "#src/domain/requests/report.ts";
import type { SuggestionOutcome } from "#src/domain/requests/suggestion.ts";
import { assertNever } from "#src/kernel/never.ts";
import type { Reply } from "#src/text/reply.ts";
import { type FileOutcome, isFileOutcome, toFileReply } from "./file-outcome.ts";

type Filed = ReportOutcome | FilingOutcome | CaseOutcome | RecordOutcome | SuggestionOutcome | FileOutcome;

/** Puts into a reply what became of something that somebody filed, or would take back. */
export function toFilingReply(outcome: Filed): Reply {
  if (isFileOutcome(outcome)) return toFileReply(outcome);
  switch (outcome.of) {
    case "report.file": {
      const { of: _, left: __, ...filed } = outcome;
      return { kind: "report.filed", ...filed };
    }
    case "report.withdraw": {
      const { of: _, ...withdrawn } = outcome;
      return { kind: "report.withdrawn", ...withdrawn };
    }
    case "report.which": {
      const { of: kind, ...found } = outcome;
      return { kind, ...found };
    }
    case "report.amend": {
      const { of: _, ...amended } = outcome;
      return { kind: "report.amended", ...amended };
    }
    case "opinion.leave":
      return { kind: "case.opinion-left", opinions: outcome.opinions, files: outcome.files ?? 0 };
    case "suggestion.submit": {
      const { of: _, ...submitted } = outcome;
      return { kind: "case.suggestion-submitted", ...submitted };
    }
    case "suggestion.cosign": {
      const { of: _, ...cosigned } = outcome;
      return { kind: "case.cosigned", ...cosigned };
    }
    case "suggestion.which":
      return { kind: "case.which-suggestion", suggestions: outcome.suggestions };
    case "case.shown":
      return toShown(outcome);
    case "record.shown":
      return outcome.trace === undefined
        ? { kind: "record.shown", view: outcome.view }
        : { kind: "record.shown", view: outcome.view, trace: outcome.trace };
    default:
      return assertNever(outcome);
  }
}

const toShown = ({ found, mine, origin }: CaseOutcome): Reply => ({
  kind: "case.shown",
  found,
  mine,
  ...(origin === undefined ? {} : { origin }),
});
