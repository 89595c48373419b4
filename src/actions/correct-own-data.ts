import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertCorrection, listCorrections, markAnswered } from "#db/queries/corrections.ts";
import { listStaffOfMandates, listStaffOverAll } from "#db/queries/staff-over.ts";
import type { Vault } from "#db/vault.ts";
import { withoutNumbersKeptNowhere } from "#src/domain/personal-data/redact.ts";
import type {
  OwnDataNews,
  OwnDataOutcome,
  OwnDataRefusal,
  OwnDataRequest,
} from "#src/domain/requests/own-data.ts";
import type { World } from "#src/domain/rules.ts";
import { span, toPage } from "./figures/frame.ts";
import type { Grant } from "./gate.ts";

type Asked = Extract<OwnDataRequest, { do: "data.correct" | "data.corrections" | "data.answer" }>;
type News = { readonly to: number; readonly key: string; readonly word: OwnDataNews };
type Told = { readonly outcome: OwnDataOutcome; readonly news: readonly News[] };

/** Who is told of a wish and answers it, above the person it comes from. */
const ANSWERED_BY = ["office"] as const;

/**
 * Takes a wish to have something put right to the office (Personal Information Protection Law art. 46), shows it what
 * waits, and brings its answer back. What is wished for is sealed, and every look at it is in the audit: it often holds
 * a telephone.
 */
export async function correctOwnData(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  request: Asked,
  world: World,
): Promise<Told | OwnDataOutcome | OwnDataRefusal | "not-bound"> {
  const { actorId } = grant;
  if (actorId === null) return "not-bound";
  if (request.do === "data.correct") return takeWish(tx, vault, grant, actorId, request, world);
  const who = { scope: grant.scope, actorId };
  if (request.do === "data.answer") return answerWish(tx, vault, who, request, world);
  const { rows, total } = await listCorrections(tx, who, span(request.page));
  const line = { at: world.now, actorId, action: "correction.read", subject: "correction" };
  await insertAudit(
    tx,
    rows.map((row) => ({ ...line, subjectId: row.id })),
  );
  const lines = rows.map((row) => ({ ...row, wish: vault.open(row.wish) }));
  return { of: "data.corrections", lines: toPage(lines, request.page, total) };
}

async function takeWish(
  tx: Tx,
  vault: Vault,
  { actorName, mandates }: Grant,
  personId: number,
  { wish, messageId }: Extract<Asked, { do: "data.correct" }>,
  { now, today }: World,
): Promise<Told> {
  const sealed = vault.seal(withoutNumbersKeptNowhere(wish));
  const id = await insertCorrection(tx, { personId, wish: sealed, messageId, now });
  const line = { at: now, actorId: personId, action: "correction.ask", subject: "correction" };
  await insertAudit(tx, [{ ...line, subjectId: id }]);
  const takers = await listTakers(
    tx,
    mandates.map((one) => one.id),
    today,
  );
  const word = { kind: "data.correction-waits", id, name: actorName } as const;
  return {
    outcome: { of: "data.correction-asked", wish: withoutNumbersKeptNowhere(wish) },
    news: takers.filter((to) => to !== personId).map((to) => ({ to, key: `correction:${id}`, word })),
  };
}

async function listTakers(tx: Tx, mandates: readonly number[], today: World["today"]): Promise<number[]> {
  if (mandates.length === 0) return listStaffOverAll(tx, ANSWERED_BY, today);
  const over = await listStaffOfMandates(tx, mandates, ANSWERED_BY, today);
  return [...new Set([...over.values()].flat())];
}

async function answerWish(
  tx: Tx,
  vault: Vault,
  who: { readonly scope: readonly number[]; readonly actorId: number },
  { id, answer }: Extract<Asked, { do: "data.answer" }>,
  { now }: World,
): Promise<Told | OwnDataRefusal> {
  if (answer.trim() === "") return "data-answer-missing";
  const done = await markAnswered(tx, { id, answer: vault.seal(answer) }, who, now);
  if (done === undefined) return "data-correction-unknown";
  const { actorId } = who;
  await insertAudit(tx, [
    { at: now, actorId, action: "correction.answer", subject: "correction", subjectId: id },
  ]);
  const word = { kind: "data.correction-came", wish: vault.open(done.wish), answer } as const;
  return {
    outcome: { of: "data.answered", id, name: done.name },
    news: [{ to: done.personId, key: `correction-answer:${id}`, word }],
  };
}
