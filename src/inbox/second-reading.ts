import {
  askForReading,
  type AskedReading,
  claimReadings,
  listSecondReadings,
  saveReading,
  type SecondReadingRow,
} from "#db/queries/second-readings.ts";
import type { Vault } from "#db/vault.ts";
import { wantsSecondReading } from "#src/dialog/second-reading.ts";
import { localDay } from "#src/domain/local-time.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import { together } from "#src/kernel/together.ts";
import { untilStopped } from "#src/kernel/until-stopped.ts";
import type { InboundBody } from "#src/message/inbound.ts";
import type { Proposal, SecondReader } from "#src/understanding/proposal.ts";
import type { Loaded } from "./load.ts";
import type { InboxParts } from "./situation.ts";

/** A second reader, and how to tell those who ask it that there is something to ask. */
export type Second = { readonly reader: SecondReader; readonly wake: () => void };

/** So long a message waits for its second reading: a little longer than the reader has time for. */
const PATIENCE_MS = 6_000;
const AT_ONCE = 8;

/**
 * Puts back the messages that a second reader is to be asked about, and hands on the others, with what it said of
 * those that were asked about before. Each is asked about once: without an answer the rules alone must do.
 */
export async function readTwice(
  parts: Pick<InboxParts, "db" | "vault" | "second">,
  loaded: readonly Loaded[],
): Promise<readonly Loaded[]> {
  const { second } = parts;
  if (second === undefined) return loaded;
  const ids = loaded.map((one) => one.message.id);
  const readings = await parts.db.transaction((tx) => listSecondReadings(tx, ids));
  const unsure = loaded.filter((one) => !readings.has(one.message.id) && isWanted(second, one));
  if (unsure.length > 0) {
    const messages = unsure.map((one) => one.message);
    await parts.db.transaction((tx) => askForReading(tx, messages, PATIENCE_MS));
    second.wake();
  }
  return loaded
    .filter((one) => !unsure.includes(one))
    .map((one) => withProposal(parts.vault, one, readings.get(one.message.id)));
}

const isWanted = ({ reader }: Second, { dialog, input, facts }: Loaded): boolean =>
  reader.isThere() && wantsSecondReading(dialog, input, facts);

function withProposal(vault: Vault, one: Loaded, reading: SecondReadingRow | undefined): Loaded {
  if (one.input.kind !== "text" || reading === undefined || reading.proposal === null) return one;
  const proposal = JSON.parse(vault.open(reading.proposal)) as Proposal;
  return { ...one, input: { ...one.input, proposal } };
}

/**
 * Asks the second reader about messages that wait for it, a few at once and with no transaction open; how many. Told to
 * stop, it waits for no answer: the rules alone must do.
 */
export async function askSecondReader(
  parts: Pick<InboxParts, "db" | "vault" | "zone">,
  reader: SecondReader,
  stop: AbortSignal,
): Promise<number> {
  const asked = await parts.db.transaction((tx) => claimReadings(tx, AT_ONCE));
  await untilStopped(stop, together(asked.map((one) => readOne(parts, reader, one))));
  return asked.length;
}

async function readOne(
  { db, vault, zone }: Pick<InboxParts, "db" | "vault" | "zone">,
  reader: SecondReader,
  { inboxId, body, sentAt }: AskedReading,
): Promise<void> {
  const said = JSON.parse(vault.open(body)) as InboundBody;
  const text = said.kind === "text" ? withoutPersonalData(said.text) : "";
  const proposal = await reader.read(text, localDay(sentAt, zone));
  const sealed = proposal === undefined ? null : vault.seal(JSON.stringify(proposal));
  await db.transaction((tx) => saveReading(tx, inboxId, sealed));
}
