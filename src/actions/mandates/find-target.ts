import type { Tx } from "#db/client.ts";
import { type HeldMandate, listMandatesNamed } from "#db/queries/mandates.ts";
import { type Span, spanHolds } from "#src/domain/attendance/attendance-facts.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import type {
  AskedChange,
  MandateCandidate,
  MandatePlan,
  MandateRefusal,
  SeatView,
  UndatedPlan,
} from "#src/domain/requests/mandate.ts";
import { seatsAfter } from "./seats-after.ts";

/** The one mandate that is meant, or those among which somebody has to choose. */
export type Target = { readonly one: HeldMandate } | { readonly candidates: readonly MandateCandidate[] };

/** A mandate as people see it: where it is held and since when. */
export const toSeatView = (held: HeldMandate): SeatView => {
  const { level, term, township, group, station, constituency } = held;
  return { level, term, township, group, station, constituency };
};

const toCandidate = (held: HeldMandate): MandateCandidate => ({
  name: held.name,
  code: held.code,
  seat: toSeatView(held),
  role: null,
  mandateId: held.id,
});

/**
 * Finds whose mandate is meant among those the office looks after: by name, and by number, congress and place where
 * those were said. Several are asked about, never guessed.
 */
export async function findTarget(
  tx: Tx,
  scope: readonly number[],
  plan: MandatePlan,
): Promise<Target | MandateRefusal> {
  const [name = ""] = plan.names;
  const all = await listMandatesNamed(tx, scope, name);
  const named = all.filter((one) => isMeant(one, plan));
  if (named.length === 0) return "mandate-nobody";
  const fitting = named.filter((one) => canBe(one, plan, all));
  const [one, ...others] = fitting;
  if (one === undefined) return named.some(isOver) && supposesOffice(plan) ? "mandate-ended" : noneFits(plan);
  return others.length === 0 ? { one } : { candidates: fitting.map(toCandidate) };
}

/** The mandates that are meant and that the change can be made to on some day, or why there is none. */
export async function findChangeable(
  tx: Tx,
  scope: readonly number[],
  plan: UndatedPlan,
): Promise<readonly HeldMandate[] | MandateRefusal> {
  const [name = ""] = plan.names;
  const named = (await listMandatesNamed(tx, scope, name)).filter((one) => isMeant(one, plan));
  if (named.length === 0) return "mandate-nobody";
  const fitting = named.filter((one) => !isOver(one) && (plan.change !== "resume" || hasRest(one)));
  if (fitting.length > 0) return fitting;
  return named.every(isOver) ? "mandate-ended" : "mandate-rests-not";
}

const hasRest = ({ suspensions }: HeldMandate): boolean => suspensions.length > 0;

const noneFits = ({ change }: MandatePlan): MandateRefusal =>
  change === "resume" ? "mandate-rests-not" : "mandate-day";

/** Changes of whoever is in office: of one who left there is nothing to end or to resume. */
const supposesOffice = ({ change }: MandatePlan): boolean =>
  change === "resign" || change === "terminate" || change === "resume";
const isOver = ({ status }: HeldMandate): boolean => status === "resigned" || status === "terminated";

function isMeant(held: HeldMandate, plan: MandatePlan | UndatedPlan): boolean {
  const hints = plan.change === "transfer" ? plan.orgs.slice(0, -1) : plan.orgs;
  const places = [held.township, held.group, held.station].filter((place) => place !== null);
  return (
    (plan.mandateId === undefined || plan.mandateId === held.id) &&
    (plan.code === undefined || plan.code === held.code) &&
    (plan.level === undefined || plan.level === held.level) &&
    hints.every((hint) => places.some((place) => place.includes(hint)))
  );
}

const runsOn = ({ from, to, status }: HeldMandate, day: Day): boolean =>
  spanHolds({ from, to }, day) && (to !== null || status === "active");

/** The rest of a mandate that a change on a day would end; of one that begins then or later, with which it begins. */
export function restOn({ suspensions, from }: HeldMandate, day: Day): Span | undefined {
  const eve = addDays(day, -1);
  return suspensions.find((one) => spanHolds(one, eve < from ? from : eve));
}

const reaches = (rest: Span | undefined, day: Day): boolean =>
  rest !== undefined && (rest.to === null || rest.to >= day);

/** The seats from which somebody was transferred to a mandate. */
export const seatsBefore = (held: HeldMandate, all: readonly HeldMandate[]): readonly HeldMandate[] =>
  all.filter((one) => seatsAfter(one, [held]).length > 0);

// A rest is not ended on its first day, but for that of a seat by transfer: it went on there, or would have to.
function isRestOver(held: HeldMandate, on: Day, all: readonly HeldMandate[]): boolean {
  const rest = restOn(held, on);
  if (held.from < on) return rest !== undefined;
  return seatsBefore(held, all).some((one) => rest !== undefined || reaches(restOn(one, on), on));
}

type CanBe = (held: HeldMandate, plan: MandatePlan, all: readonly HeldMandate[]) => boolean;
const CAN_BE: Readonly<Partial<Record<AskedChange, CanBe>>> = {
  suspend: (held, { on }) => runsOn(held, on),
  resume: (held, { on }, all) => runsOn(held, on) && isRestOver(held, on, all),
  // Both the last day and the one after lie in what the mandate would have been.
  resign: (held, { on }) => runsOn(held, addDays(on, -1)) && !isOver(held),
  terminate: (held, { on }) => runsOn(held, addDays(on, -1)) && !isOver(held),
  transfer: (held, { on }) => runsOn(held, on) && held.from < on,
};

const canBe: CanBe = (held, plan, all) => CAN_BE[plan.change]?.(held, plan, all) ?? false;
