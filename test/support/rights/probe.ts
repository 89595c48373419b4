import type { Tx } from "#db/client.ts";
import type { Outcome, Request } from "#src/domain/request.ts";
import type { Performed } from "#src/inbox/perform.ts";
import type { Thing } from "./district.ts";

/** How a request is made about one thing, and how to see that it reached it. */
export type Probe = {
  readonly request: (thing: Thing) => Request;
  readonly reached: (done: Performed, thing: Thing) => boolean;
  /** Leaves this thing alone in the district, where the answer is a bare number. */
  readonly prepare?: (tx: Tx, thing: Thing) => Promise<unknown>;
};

export const MESSAGE = 900_001;
export const MONTH = { from: "2026-09-01", to: "2026-09-30" };
export const never = (): boolean => false;

export const is =
  (of: Outcome["of"]) =>
  ({ outcome }: Performed): boolean =>
    outcome.of === of;

export const asksSure =
  (holds: (text: string, thing: Thing) => boolean) =>
  ({ outcome }: Performed, thing: Thing): boolean =>
    outcome.of === "sure" && holds(JSON.stringify(outcome), thing);
