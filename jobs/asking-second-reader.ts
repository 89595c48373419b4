import { askSecondReader } from "#src/inbox/second-reading.ts";
import type { InboxParts } from "#src/inbox/situation.ts";
import { createPump, type Pump } from "./pump.ts";

/** Asks the second reader about what waits for it; `done` is called after each round that brought something. */
export function askingSecondReader(
  parts: InboxParts,
  { reader }: NonNullable<InboxParts["second"]>,
  done: () => void,
): Pump {
  return createPump({
    name: "second-reader",
    log: parts.log,
    // What a failed round had claimed is free again when its lease ends, and its messages do not wait for it.
    recover: () => Promise.resolve(),
    round: async (stop) => {
      const asked = await askSecondReader(parts, reader, stop);
      if (asked > 0) done();
      return asked;
    },
  });
}
