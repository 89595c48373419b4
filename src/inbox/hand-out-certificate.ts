import type { Tx } from "#db/client.ts";
import { insertAttachment } from "#db/queries/attachments.ts";
import { collectCertificate } from "#src/actions/collect-certificate.ts";
import type { Grant } from "#src/actions/gate.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Refusal } from "#src/domain/request.ts";
import type { CertificateOutcome, CertificateRequest } from "#src/domain/requests/certificate.ts";
import { certificateBlocks, certificateFile } from "#src/text/certificate-file.ts";
import type { PerformParts } from "./perform.ts";

/** Lays a paper for the employer into the files of this conversation. */
export async function handOutCertificate(
  tx: Tx,
  { vault, writeDocument }: PerformParts,
  grant: Grant,
  request: CertificateRequest,
  facts: Facts,
): Promise<CertificateOutcome | Refusal> {
  const collected = await collectCertificate(tx, grant, request, facts);
  if (typeof collected === "string") return collected;
  if (!("certificate" in collected)) return { of: "certificate.none", waiting: collected.waiting };
  const { certificate, left, waiting } = collected;
  const bytes = Buffer.from(await writeDocument(certificateBlocks(certificate, facts.today)));
  const file = { id: vault.token(`certificate ${request.messageId}`), ...certificateFile(certificate) };
  await insertAttachment(tx, {
    ...file,
    conversation: facts.account.conversation,
    size: bytes.length,
    bytes: vault.sealBytes(bytes),
    scope: request.basis.person === undefined || grant.scope.length === 0 ? null : [...grant.scope],
    createdAt: facts.now,
  });
  return {
    of: "certificate.made",
    name: certificate.name,
    count: certificate.lines.length,
    left,
    waiting,
    file,
  };
}
