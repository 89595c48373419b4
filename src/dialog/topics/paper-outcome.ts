import type { CertificateOutcome } from "#src/domain/requests/certificate.ts";
import type { ExportOutcome } from "#src/domain/requests/export.ts";
import type { Reply } from "#src/text/reply.ts";

/** What came of a wish for a file. */
export type PaperOutcome = CertificateOutcome | ExportOutcome;

/** Puts into a reply what came of a wish for a file. */
export function toPaperReply(outcome: PaperOutcome): Reply {
  switch (outcome.of) {
    case "certificate.made":
    case "certificate.none":
      return { kind: "certificate.answer", outcome };
    default:
      return { kind: "export.answer", outcome };
  }
}
