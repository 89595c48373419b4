import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findSeatOn, listVerified } from "#db/queries/certificate.ts";
import type {
  Certificate,
  CertificateRefusal,
  CertificateRequest,
} from "#src/domain/requests/certificate.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import { resolveFrame } from "./figures/frame.ts";
import type { Grant } from "./gate.ts";

/** What goes into the paper, or how many records wait to be verified where there is nothing yet. */
export type Collected =
  | { readonly certificate: Certificate; readonly left: number; readonly waiting: number }
  | { readonly waiting: number };

/** As many lines as one paper holds. */
const MOST_LINES = 200;

/**
 * Collects what proves to an employer that a deputy was on duty (Deputies Law art. 40, 41: time for duty counts as
 * work). Only what staff have verified stands in it: days and kinds, no words and no places. Deputies ask for their
 * own, staff for one deputy in their scope; that it was made stands in the audit.
 */
export async function collectCertificate(
  tx: Tx,
  grant: Grant,
  request: CertificateRequest,
  world: World,
): Promise<Collected | CertificateRefusal | FigureRefusal> {
  const { today } = world;
  const basis = { ...request.basis, to: request.basis.to > today ? today : request.basis.to };
  const isOwn = basis.person === undefined && grant.mandate !== null;
  if (!isOwn && basis.person === undefined) return "certificate-of-whom";
  const frame = await resolveFrame(tx, grant, isOwn ? { ...basis, own: true } : basis, world);
  if (typeof frame === "string") return frame;
  const seat = await findSeatOn(tx, frame.filter.whose, basis.to);
  if (seat === undefined) return "no-such-deputy";
  const { personId, ...whom } = seat;
  const { lines, total, waiting } = await listVerified(tx, frame.filter, MOST_LINES);
  if (total === 0) return { waiting };
  const line = { at: world.now, actorId: grant.actorId, action: "certificate.make", subject: "person" };
  await insertAudit(tx, [{ ...line, subjectId: personId }]);
  const { from, to } = basis;
  return { certificate: { ...whom, from, to, lines }, left: total - lines.length, waiting };
}
