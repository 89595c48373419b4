import type { AttachmentOutcome } from "#src/domain/requests/attachment.ts";
import type { CaseOutcome } from "#src/domain/requests/case.ts";
import type { RecordOutcome } from "#src/domain/requests/record.ts";
import type { FilingOutcome } from "#src/domain/requests/filing.ts";
import type { ReportOutcome } from "#src/domain/requests/report.ts";
import type { SuggestionOutcome } from "#src/domain/requests/suggestion.ts";
import { assertNever } from "#src/kernel/never.ts";
import type { Reply } from "#src/text/reply.ts";

type Filed =
  | ReportOutcome
  | FilingOutcome
  | CaseOutcome
  | RecordOutcome
  | SuggestionOutcome
  | Exclude<AttachmentOutcome, { of: "file.unlike" }>;

/** Puts into a reply what became of something that somebody filed, or would take back. */
export function toFilingReply(outcome: Filed): Reply {
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
    case "file.attached": {
      const { of: kind, files: _, ...attached } = outcome;
      return { kind, ...attached };
    }
    case "file.which": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "file.taken-off": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "file.none-on": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "case.shown":
      return { kind: "case.shown", found: outcome.found, mine: outcome.mine };
    case "record.shown":
      return outcome.trace === undefined
        ? { kind: "record.shown", view: outcome.view }
        : { kind: "record.shown", view: outcome.view, trace: outcome.trace };
    case "file.kept":
      return { kind: "file.kept", count: outcome.count };
    default:
      return assertNever(outcome);
  }
}
