import { releaseOutbox } from "#db/queries/outbox.ts";
import { deliver, type Delivery } from "#src/outbox/deliver.ts";
import { createPump, type Pump } from "./pump.ts";

/** Sends what is due, until told to stop; a call under way then is given up and may repeat, marked. */
export function drainOutbox(delivery: Delivery, stop: AbortSignal): Pump {
  return createPump({
    name: "outbox",
    log: delivery.log,
    recover: () => delivery.db.transaction((tx) => releaseOutbox(tx, delivery.holder)),
    round: () => deliver(delivery, stop),
  });
}
