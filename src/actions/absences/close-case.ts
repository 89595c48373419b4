import type { Tx } from "#db/client.ts";
import { closeCases, claimOpenCases, type OpenCaseRow } from "#db/queries/absence-cases.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  AbsenceOutcome,
  AbsenceRefusal,
  AbsenceRequest,
  OpenCase,
} from "#src/domain/requests/absence.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { strikeRules } from "./strike-rules.ts";

/** One person's case as people see it, with the notices that it is made of. */
type Case = { readonly view: OpenCase; readonly ids: readonly number[] };
type Close = Extract<AbsenceRequest, { do: "absence.close-case" }>;

/**
 * The office notes what people found and decided about one deputy's absences that a rule counts, shown first. The
 * program decides nothing: the case only stops waiting. Where cases of several people of the name wait, whose is meant
 * is asked. Nobody looks into his or her own.
 */
export async function closeCase(
  tx: Tx,
  grant: Grant,
  said: Close,
  world: World,
): Promise<AbsenceOutcome | SureOutcome | AbsenceRefusal> {
  const request = { ...said, note: withoutPersonalData(said.note) };
  if (request.note === "") return "case-no-words";
  const actorId = grant.personId;
  const open = await claimOpenCases(tx, request.name, grant.scope, strikeRules(world.policy));
  const meant = open.filter((one) => one.personId !== actorId && isMeantBy(one, request));
  const cases = [...Map.groupBy(meant, (one) => one.personId).values()].map((rows) => toCase(rows, world));
  const [first, ...others] = cases;
  if (first === undefined) return "case-none";
  if (others.length > 0) return { of: "absence.which-case", request, cases: cases.map(({ view }) => view) };
  return askFirst(request, first) ?? close(tx, actorId, request, first, world);
}

const isMeantBy = (one: OpenCaseRow, { activity, personId }: Close): boolean =>
  (activity === undefined || one.number === activity) &&
  (personId === undefined || one.personId === personId);

function toCase(rows: readonly OpenCaseRow[], world: World): Case {
  const [first] = rows;
  if (first === undefined) throw new TypeError("a group has at least one");
  const { personId, name, code, group } = first;
  const activities = [...new Map(rows.map((one) => [one.number, toActivityView(one, world)])).values()];
  return { view: { who: { personId, name, code, group }, activities }, ids: rows.map((one) => one.id) };
}

function askFirst(request: Close, { view, ids }: Case): SureOutcome | null {
  const seen = sightOf(ids);
  if (request.seen === seen) return null;
  const { personId } = view.who;
  return {
    of: "sure",
    card: `c-${personId}~${seen}`,
    request: { ...request, personId, seen },
    question: {
      kind: "sure.case",
      ...view,
      note: request.note,
      moved: request.seen !== undefined,
    },
  };
}

async function close(
  tx: Tx,
  actorId: number,
  { name, note: handling }: Close,
  { ids: seen }: Case,
  { now }: World,
): Promise<AbsenceOutcome | AbsenceRefusal> {
  const ids = await closeCases(tx, seen, { actorId, handling, now });
  if (ids.length === 0) return "case-none";
  const line = { at: now, actorId, action: "absence.close-case", subject: "absence_notice" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
  return { of: "absence.case-closed", name, count: ids.length };
}
