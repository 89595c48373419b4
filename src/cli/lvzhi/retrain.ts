import type { Db } from "#db/client.ts";
import { listSortedOpinions } from "#db/queries/sorted-opinions.ts";
import { Fault } from "#src/kernel/fault.ts";
import { normalise } from "#src/understanding/normalise.ts";
import { type Command, withWorkshop } from "./command.ts";
import { trainModel } from "./train-model.ts";

/** Fewer say nothing of a model, and none of them could be held out. */
const FEWEST = 25;
/** The newest opinions teach; a house of many years need not be read whole. */
const MOST = 20_000;

/** Learns from the opinions on file, whose categories people confirmed or corrected; refuses a worse model. */
export const RETRAIN: Command = {
  usage: "[TO.tsv]",
  does: "trains that model from the opinions on file, as people sorted them; a worse one is refused",
  run: ([to], context) =>
    withWorkshop(context, async ({ database }) => context.print(await retrainFrom(database.db, to))),
};

/** The same on an open database; returns a sentence with the new model's figures. */
export async function retrainFrom(db: Db, to?: string): Promise<string> {
  const rows = await db.transaction((tx) => listSortedOpinions(tx, MOST));
  if (rows.length < FEWEST)
    throw new Fault("command.failed", `There are ${rows.length} opinions on file; ${FEWEST} are needed.`);
  return trainModel(
    rows.map(({ text, category }) => ({ text: normalise(text), category })),
    to,
  );
}
