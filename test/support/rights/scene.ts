import { sql } from "drizzle-orm";
import { listNames } from "#db/queries/deputies.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { cloneDatabase } from "../database.ts";
import { type Actor, addActors } from "./actors.ts";
import { fillDistrict, type Thing } from "./district.ts";
import type { Place } from "./places.ts";
import type { Role } from "./table.ts";
import { NOW, openTrials, type Trials } from "./trial.ts";

/** The district with one of everything in each place and one person of every role, to try things on. */
export type Scene = {
  readonly database: Awaited<ReturnType<typeof cloneDatabase>>;
  readonly trials: Trials;
  readonly things: Readonly<Record<Place, Thing>>;
  readonly actors: Readonly<Record<Role, Actor>>;
  /** What messages may mention, as the register has it. */
  readonly names: Awaited<ReturnType<typeof listNames>>;
  readonly close: () => Promise<void>;
};

/** Opens it on a database of its own. */
export async function openScene(): Promise<Scene> {
  const database = await cloneDatabase();
  const { things, actors } = await database.db.transaction(async (tx) => {
    await seedDemo(tx, NOW);
    const [clerk] = await tx.execute<{ id: string }>(sql`select id::text from people where name = '刘敏'`);
    const clerkId = Number(clerk?.id);
    return { things: await fillDistrict(tx, clerkId), actors: await addActors(tx, clerkId) };
  });
  const names = await database.db.transaction(listNames);
  const trials = openTrials(database.address);
  const close = async (): Promise<void> => {
    await trials.close();
    await database.drop();
  };
  return { database, trials, things, actors, names, close };
}
