import { setTimeout as sleep } from "node:timers/promises";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Channel } from "#src/message/channel.ts";

/** A network that hangs in its stop has so long of the few seconds that a stop may take, and goes on beside the rest. */
const HUSH_MS = 1_000;

/**
 * Stops hearing on all channels together, lets what was heard be `finished`, answers included, and only then gives up
 * what sending needs. Never rejects on a channel's account: a network that is not to be reached just then is no reason
 * to leave calls unrecorded.
 */
export async function stopChannels(
  channels: readonly Channel[],
  log: Log,
  finished: () => Promise<void>,
): Promise<void> {
  const all = (step: (channel: Channel) => Promise<void> | undefined): Promise<unknown> =>
    Promise.all(
      channels.map((channel) =>
        (step(channel) ?? Promise.resolve()).catch((error: unknown) =>
          log.warn("channel.stop-failed", { channel: channel.name, ...errorFacts(error) }),
        ),
      ),
    );
  const hushed = all((channel) => channel.stop());
  await Promise.race([hushed, sleep(HUSH_MS, null, { ref: false })]);
  await finished();
  await Promise.all([hushed, all((channel) => channel.leave?.())]);
}
