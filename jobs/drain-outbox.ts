import { Courier, type Delivery } from "#src/outbox/courier.ts";
import { createPump, type Pump } from "./pump.ts";

/** Sends what is due. Stopping waits a little for calls under way; one that is given up may repeat, marked. */
export function drainOutbox(delivery: Delivery): Pump {
  const courier = new Courier(delivery, () => pump.wake());
  const pump = createPump({
    name: "outbox",
    drains: true,
    log: delivery.log,
    recover: () => courier.recover(),
    round: () => courier.round(),
  });
  return {
    ...pump,
    stop: async () => {
      await pump.stop();
      await courier.finish();
    },
  };
}
