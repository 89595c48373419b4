import type { Tx } from "#db/client.ts";
import { listByNumber } from "#db/queries/figures/records.ts";
import { claimScopedRecords, listUnverified } from "#db/queries/figures/unverified.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { News } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { ReturnAllRequest, VerifyOutcome, VerifyRefusal } from "#src/domain/requests/verify.ts";
import type { World } from "#src/domain/rules.ts";
import { resolveFrame } from "../figures/frame.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { sightOfRecord } from "./list-to-verify.ts";
import { sendBack } from "./send-back.ts";

type ReturnList = Extract<ReturnAllRequest, { do: "verify.return-list" }>;
type ReturnAll = Extract<ReturnAllRequest, { do: "verify.return-all" }>;
type Returned = { readonly outcome: VerifyOutcome; readonly news: readonly News[] };

/** How many records one card shows, and one yes returns. */
const AT_ONCE = 8;

/** Several records at once: listed first with the one reason, and after a yes sent back, those that still are as shown. */
export function returnRecords(
  tx: Tx,
  grant: Grant,
  request: ReturnAllRequest,
  world: World,
): Promise<SureOutcome | VerifyOutcome | FigureRefusal | VerifyRefusal | Returned> {
  return request.do === "verify.return-list"
    ? listToReturn(tx, grant, request, world)
    : returnAll(tx, grant, request, world);
}

async function listToReturn(
  tx: Tx,
  grant: Grant,
  { which, reason: said, one }: ReturnList,
  world: World,
): Promise<SureOutcome | VerifyOutcome | FigureRefusal | VerifyRefusal> {
  const reason = withoutPersonalData(said).trim();
  if (reason === "") return "no-reason";
  const found = await findThem(tx, grant, which, world);
  if (typeof found === "string") return found;
  const { numbers, left, without } = found;
  if (numbers.length === 0)
    return without.length > 0
      ? { of: "verify.returned-all", done: [], left: without, reason }
      : { of: "verify.none" };
  const records = await listByNumber(tx, numbers);
  if (one === true && records.length > 1) return { of: "verify.which", records, left, reason };
  const sights = records.map(sightOfRecord);
  return {
    of: "sure",
    card: `ra~${sightOf(sights, reason)}`,
    request: { do: "verify.return-all", numbers: records.map(({ number }) => number), sights, reason },
    question: { kind: "sure.return-all", records, reason, left, without },
  };
}

type Found = {
  readonly numbers: readonly string[];
  readonly left: number;
  readonly without: readonly string[];
};

async function findThem(
  tx: Tx,
  grant: Grant,
  which: ReturnList["which"],
  world: World,
): Promise<Found | FigureRefusal> {
  const who = { actorId: grant.personId, waitedSince: waitedSince(world) };
  if ("numbers" in which) {
    const ready = await claimReturnable(tx, grant, which.numbers, world);
    const known = ready.map(({ number }) => number);
    const numbers = known.slice(0, AT_ONCE);
    return {
      numbers,
      left: known.length - numbers.length,
      without: which.numbers.filter((one) => !known.includes(one)),
    };
  }
  const frame = await resolveFrame(tx, grant, which.basis, world);
  if (typeof frame === "string") return frame;
  const { numbers, total } = await listUnverified(tx, frame.filter, who, AT_ONCE);
  return { numbers, left: total - numbers.length, without: [] };
}

// Nobody returns what concerns himself.
async function claimReturnable(tx: Tx, grant: Grant, numbers: readonly string[], world: World) {
  const who = { actorId: grant.personId, waitedSince: waitedSince(world) };
  const found = await claimScopedRecords(tx, numbers, { scope: grant.scope }, who);
  return found.filter(({ state, own }) => !own && (state === "confirmed" || state === "verified"));
}

async function returnAll(
  tx: Tx,
  grant: Grant,
  { numbers, sights, reason: said }: ReturnAll,
  world: World,
): Promise<Returned | VerifyRefusal> {
  const reason = withoutPersonalData(said).trim();
  if (reason === "") return "no-reason";
  const ready = await claimReturnable(tx, grant, numbers, world);
  const now = new Map((await listByNumber(tx, numbers)).map((one) => [one.number, sightOfRecord(one)]));
  const shown = new Map(numbers.map((number, at) => [number, sights?.[at]]));
  const same = ready.filter(({ number }) => sights === undefined || now.get(number) === shown.get(number));
  const done = same.map(({ number }) => number);
  const news = same.length === 0 ? [] : await sendBack(tx, grant, same, reason, world);
  const left = numbers.filter((number) => !done.includes(number));
  return { outcome: { of: "verify.returned-all", done, left, reason }, news };
}
