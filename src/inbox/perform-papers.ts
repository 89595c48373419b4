import type { Tx } from "#db/client.ts";
import type { Grant } from "#src/actions/gate.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { CertificateRequest } from "#src/domain/requests/certificate.ts";
import type { OwnDataRequest } from "#src/domain/requests/own-data.ts";
import { handOutCertificate } from "./hand-out-certificate.ts";
import { handOutOwnData } from "./hand-out-own-data.ts";
import type { PerformParts } from "./perform.ts";

type Asked = CertificateRequest | OwnDataRequest;

/** True for what is handed out as a file of one's own. */
export const isAboutPapers = (request: Request): request is Asked =>
  /^(?:certificate|data)\./u.test(request.do);

/** Lays what was asked for into the files of the conversation. */
export function performPapers(
  tx: Tx,
  parts: PerformParts,
  grant: Grant,
  request: Asked,
  facts: Facts,
): Promise<Outcome | Refusal> {
  return request.do === "data.export"
    ? handOutOwnData(tx, parts.vault, grant, request, facts)
    : handOutCertificate(tx, parts, grant, request, facts);
}
