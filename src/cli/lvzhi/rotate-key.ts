import path from "node:path";
import { resealChain } from "#src/actions/reseal-audit.ts";
import type { Tx } from "#db/client.ts";
import { countProgramConnections } from "#db/queries/connections.ts";
import { findHead } from "#db/queries/audit-chain.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { voidAllInvites } from "#db/queries/invites.ts";
import { type KeyChange, resealPage } from "#db/reseal.ts";
import { listSealedColumns, type SealedColumn } from "#db/sealed-columns.ts";
import { createVault } from "#db/vault.ts";
import { type Config, readConfig } from "#src/compose/config.ts";
import { nextDemoKeyOf, takeNextDemoKey } from "#src/compose/data-dir.ts";
import { dropKeyChange, endKeyChange, noteKeyChange } from "#src/compose/field-key.ts";
import type { Workshop } from "#src/compose/workshop.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, type CommandContext, withKeylessWorkshop } from "./command.ts";

/**
 * Seals everything anew with FIELD_KEY_NEW. It wants to be alone: the audit is one chain under one key, and a message
 * that a service seals with the old key meanwhile could never be read again. Cut short, it is run again.
 */
export const ROTATE_KEY: Command = {
  usage: "",
  does: "seals everything anew with FIELD_KEY_NEW; no service may run meanwhile",
  run: async (_words, context) => {
    const config = readConfig(context.environment);
    const own = keepsOwnKey(config);
    const next = config.FIELD_KEY_NEW ?? (own ? nextDemoKeyOf(path.resolve(config.DATA_DIR)) : undefined);
    if (next === undefined)
      throw new Fault(
        "config.invalid",
        "FIELD_KEY_NEW is missing: set it to at least 32 random characters (openssl rand -base64 32), and keep both keys until this is done.",
      );
    if (next === config.FIELD_KEY)
      throw new Fault("config.invalid", "FIELD_KEY_NEW is FIELD_KEY: set it to another key.");
    await withKeylessWorkshop(context, async (workshop) => {
      const change = { old: workshop.vault, fresh: createVault(next) };
      await rotate(workshop, change, context);
      if (own) takeNextDemoKey(path.resolve(config.DATA_DIR));
    });
  },
};

/** A demo without FIELD_KEY keeps a key of its own in its folder, and changes it there. */
const keepsOwnKey = ({ demo, FIELD_KEY, FIELD_KEY_NEW }: Config): boolean =>
  demo && FIELD_KEY === undefined && FIELD_KEY_NEW === undefined;

async function rotate(workshop: Workshop, change: KeyChange, { print }: CommandContext) {
  const { config, database, clock } = workshop;
  const { db } = database;
  const state = await db.transaction((tx) => noteKeyChange(tx, change.old, change.fresh));
  const cure = keepsOwnKey(config) ? "The demo keeps it in its folder." : "Make it FIELD_KEY, then start.";
  if (state === "changed") return print(`Everything is sealed with the new key already. ${cure}`);
  const lines = await takeOver(workshop, change, state);
  let values = 0;
  for (const column of listSealedColumns()) values += await resealColumn(database, column, change, print);
  const voided = await db.transaction((tx) => finish(tx, change, clock()));
  print(`Sealed ${values} values and ${lines} audit lines with the new key. ${cure}`);
  print("Keep the old key for as long as you keep backups that were made with it.");
  if (voided > 0) print(`${voided} open invitation codes are void: invite those people anew.`);
}

/** Makes sure that nobody else is at work and that the audit is whole, and seals it anew. Else nothing has changed. */
async function takeOver(
  { database: { db }, anchor }: Workshop,
  { old, fresh }: KeyChange,
  state: "begun" | "resumed",
): Promise<number> {
  try {
    const { lines, note } = await db.transaction(async (tx) => {
      await requireAlone(tx);
      const chain = await resealChain(tx, old.fingerprint, fresh.fingerprint, anchor.find());
      if ("lines" in chain) return { lines: chain.lines, note: await findHead(tx) };
      throw new Fault(
        "command.failed",
        `The audit was tampered with: ${chain.wrong}. A new seal must not vouch for that; nothing was changed.`,
      );
    });
    if (note !== undefined) anchor.keep(note);
    return lines;
  } catch (error) {
    if (state === "begun") await db.transaction(dropKeyChange);
    throw error;
  }
}

async function requireAlone(tx: Tx): Promise<void> {
  const others = await countProgramConnections(tx);
  if (others > 0)
    throw new Fault(
      "command.failed",
      `lvzhi is running on this database (${others} connections): stop every process of it, then run this again.`,
    );
}

async function resealColumn(
  { db }: Workshop["database"],
  column: SealedColumn,
  change: KeyChange,
  print: (line: string) => void,
): Promise<number> {
  const name = `${column.table}.${column.column}`;
  const unreadable: string[] = [];
  let sealed = 0;
  let after: readonly string[] | undefined;
  do {
    const from = after;
    const page = await db.transaction((tx) => resealPage(tx, column, change, from));
    sealed += page.resealed + page.before;
    unreadable.push(...page.unreadable);
    after = page.last;
    if (after !== undefined) print(`${name}: ${sealed}`);
  } while (after !== undefined);
  if (unreadable.length > 0)
    print(
      `${name}: ${unreadable.length} open with neither key and stay so: ${unreadable.slice(0, 20).join(" ")}`,
    );
  return sealed;
}

/** Codes are kept as hashes under the old key, from which nobody can make new ones: those still open are void. */
async function finish(tx: Tx, { fresh }: KeyChange, now: Date): Promise<number> {
  await requireAlone(tx);
  await endKeyChange(tx, fresh);
  const line = { at: now, actorId: null, action: "key.rotate", subject: "settings", subjectId: null };
  await insertAudit(tx, [line]);
  return voidAllInvites(tx, now);
}
