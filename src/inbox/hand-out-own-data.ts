import type { Tx } from "#db/client.ts";
import { insertAttachment } from "#db/queries/attachments.ts";
import type { Vault } from "#db/vault.ts";
import { collectOwnData } from "#src/actions/collect-own-data.ts";
import type { Grant } from "#src/actions/gate.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { OwnDataOutcome, OwnDataRequest } from "#src/domain/requests/own-data.ts";
import { OWN_DATA_FILE, writeOwnData } from "#src/text/own-data-file.ts";

/** Lays a copy of what is stored about the speaker into the files of this conversation, where nobody else opens it. */
export async function handOutOwnData(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { messageId }: Extract<OwnDataRequest, { do: "data.export" }>,
  facts: Facts,
): Promise<OwnDataOutcome | "not-bound"> {
  const data = await collectOwnData(tx, vault, grant, facts);
  if (data === "not-bound") return data;
  const bytes = Buffer.from(writeOwnData(data, facts.today), "utf8");
  const file = { id: vault.token(`own data ${messageId}`), ...OWN_DATA_FILE };
  const { conversation } = facts.account;
  await insertAttachment(tx, {
    ...file,
    conversation,
    size: bytes.length,
    bytes: vault.sealBytes(bytes),
    createdAt: facts.now,
  });
  return { of: "data.exported", file };
}
