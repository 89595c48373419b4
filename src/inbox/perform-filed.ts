import type { Tx } from "#db/client.ts";
import { attachFiles } from "#src/actions/attach-files.ts";
import { explainReturn } from "#src/actions/explain-return.ts";
import type { Grant } from "#src/actions/gate.ts";
import { restoreReport } from "#src/actions/restore-report.ts";
import { takeOffFiles } from "#src/actions/take-off-files.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { News } from "#src/domain/news.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { AttachmentRequest } from "#src/domain/requests/attachment.ts";
import type { ReopenRequest } from "#src/domain/requests/reopen.ts";

type FiledRequest = AttachmentRequest | ReopenRequest;
type Done = Outcome | Refusal | { readonly outcome: Outcome; readonly news: readonly News[] };

/** True for what is asked of something filed besides changing what it says. */
export const isAboutFiled = (request: Request): request is FiledRequest =>
  /^(?:file\.|report\.(?:explain|restore)$)/u.test(request.do);

/** Does what is asked of something filed besides changing what it says: its files, and whether it stands. */
export function performFiled(tx: Tx, grant: Grant, request: FiledRequest, world: Facts): Promise<Done> {
  switch (request.do) {
    case "file.attach":
      return attachFiles(tx, grant, request, world);
    case "file.take-off":
      return takeOffFiles(tx, grant, request, world);
    case "report.explain":
      return explainReturn(tx, grant, request, world);
    case "report.restore":
      return restoreReport(tx, grant, request, world);
  }
}
