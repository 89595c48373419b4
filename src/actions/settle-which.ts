import type { Tx } from "#db/client.ts";
import { listCounting } from "#db/queries/counting.ts";
import { claimLatestReport, type DutyRecord } from "#db/queries/duty-records.ts";
import { listFilings } from "#db/queries/filings.ts";
import { listSpokenOfLast } from "#db/queries/spoken-of-last.ts";
import { daysBefore } from "#src/domain/ago.ts";
import { type Counts, isCountUnit } from "#src/domain/count-unit.ts";
import { unitReplaced } from "#src/domain/unit-meant.ts";
import type { FilingLike, FilingOutcome } from "#src/domain/requests/filing.ts";
import type { Amendment, CountedBefore } from "#src/domain/requests/amendment.ts";
import type { AmendRequest, ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";

/** As many as are shown to choose from. */
const MOST = 4;

/**
 * The change with the number of the record that is meant: without a name the one that was spoken of last, be it filed,
 * put right or sent back. Where several are meant, or none, they are listed to choose from: those that are like what was
 * said, or those of the last message that could say so.
 */
export async function settleWhich(
  tx: Tx,
  { actorId }: Grant,
  request: AmendRequest,
  world: World,
): Promise<AmendRequest | FilingOutcome | ReportRefusal> {
  const { number, amendment, like } = request;
  if (number !== undefined || actorId === null) return request;
  const show = (wanted: FilingLike) =>
    listFilings(tx, actorId, { ...wanted, of: "record" }, world.zone, MOST);
  if (like === undefined) {
    const since = daysBefore(world.now, world.policy.records.correction_reaches_days);
    const spoken = await listSpokenOfLast(tx, actorId, since);
    const last = meantBy(spoken, await claimLatestReport(tx, actorId, since), amendment);
    const saying = last.filter((one) => request.was !== undefined && saysBefore(one.counts, request.was));
    const meant = saying.length > 0 ? saying : last;
    const others =
      request.was === undefined || saying.length > 0
        ? []
        : await listCounting(tx, actorId, request.was, since, MOST);
    if (others.length > 0)
      return { of: "report.which", filings: await show({ numbers: others }), found: true, amendment };
    if (meant.length < 2) return { do: "report.amend", amendment, ...toNumber(meant[0]) };
    const filings = await show({ numbers: meant.map((one) => one.number) });
    return { of: "report.which", filings, found: true, amendment };
  }
  const last = like.last === true ? await ofLast(tx, actorId, like, world) : undefined;
  if (last !== undefined) return { do: "report.amend", amendment, number: last };
  const filings = await show(like);
  const isOpen = Object.keys(like).length === 0;
  const [one, other] = filings;
  if (one !== undefined && other === undefined && !isOpen)
    return { do: "report.amend", amendment, number: one.number };
  if (filings.length > 0) return { of: "report.which", filings, found: true, amendment };
  const latest = await show({});
  return latest.length === 0
    ? "no-such-record"
    : { of: "report.which", filings: latest, found: false, amendment };
}

// 刚才接待的: of what was filed last the one that is like it.
async function ofLast(
  tx: Tx,
  actorId: number,
  { kind, place }: FilingLike,
  { now, policy }: World,
): Promise<string | undefined> {
  const records = await claimLatestReport(
    tx,
    actorId,
    daysBefore(now, policy.records.correction_reaches_days),
  );
  const [one, other] = records.filter(
    (each) =>
      (kind === undefined || each.kind === kind) &&
      (place === undefined || each.place?.includes(place) === true),
  );
  return other === undefined ? one?.number : undefined;
}

const toNumber = (record: DutyRecord | undefined) => (record === undefined ? {} : { number: record.number });

// 改户数 8户 of a visit and a reception in one message: the visit alone has 户. Where what was spoken of last counts no 户,
// and what was filed last does, either may be meant.
function meantBy(
  spoken: readonly DutyRecord[],
  filed: readonly DutyRecord[],
  { field }: Amendment,
): readonly DutyRecord[] {
  const having = (records: readonly DutyRecord[]) =>
    isCountUnit(field)
      ? records.filter(({ counts }) => counts[unitReplaced(field, counts)] !== undefined)
      : [];
  const [spokenHaving, filedHaving] = [having(spoken), having(filed)];
  if (spoken.length === 0) return filedHaving.length > 0 ? filedHaving : filed;
  if (spokenHaving.length > 0) return spokenHaving;
  const others = filedHaving.filter((one) => spoken.every(({ id }) => id !== one.id));
  return [...spoken, ...others];
}

const saysBefore = (counts: Counts, { field, value }: CountedBefore): boolean =>
  counts[unitReplaced(field, counts)] === value;
