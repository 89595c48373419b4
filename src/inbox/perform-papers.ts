import type { Tx } from "#db/client.ts";
import { beginExport } from "#src/actions/figures/begin-export.ts";
import { beginListExport } from "#src/actions/figures/begin-list-export.ts";
import type { Grant } from "#src/actions/gate.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import { beginOwnCopy } from "#src/actions/begin-own-copy.ts";
import { correctOwnData } from "#src/actions/correct-own-data.ts";
import { eraseOwnData } from "#src/actions/erase-own-data.ts";
import type { CertificateRequest } from "#src/domain/requests/certificate.ts";
import type { ExportRequest, ListExportRequest } from "#src/domain/requests/export.ts";
import type { OwnDataRequest } from "#src/domain/requests/own-data.ts";
import { handOutCertificate } from "./hand-out-certificate.ts";
import type { Performed, PerformParts } from "./perform.ts";

type Asked = CertificateRequest | OwnDataRequest | ExportRequest | ListExportRequest;

/** True for what is handed out as a file, and for what is asked about one's own data. */
export const isAboutPapers = (request: Request): request is Asked =>
  /^(?:certificate|data|export)\./u.test(request.do);

/**
 * Lays what was asked for into the files of the conversation, or begins to make it where that takes long; puts right or
 * erases what is one's own.
 */
export function performPapers(
  tx: Tx,
  parts: PerformParts,
  grant: Grant,
  request: Asked,
  facts: Facts,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "data.export":
      return beginOwnCopy(tx, parts.vault, grant, request, facts);
    case "data.erase-preview":
    case "data.erase":
      return eraseOwnData(tx, parts.vault, grant, request, facts);
    case "data.correct":
    case "data.corrections":
    case "data.answer":
      return correctOwnData(tx, parts.vault, grant, request, facts);
    case "export.make":
      return beginExport(tx, parts.vault, grant, request, facts);
    case "export.absences":
    case "export.missing":
    case "export.opinions":
      return beginListExport(tx, parts.vault, grant, request, facts);
    default:
      return handOutCertificate(tx, parts, grant, request, facts);
  }
}
