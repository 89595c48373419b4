import path from "node:path";
import { acceptBrokenAudit } from "#src/actions/accept-broken-audit.ts";
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
import { dropKeyChange, endKeyChange, noteKeyChange, noteTakenOver } from "#src/compose/field-key.ts";
import type { Workshop } from "#src/compose/workshop.ts";
import { Fault } from "#src/kernel/fault.ts";
import { readEnd } from "#src/domain/audit-chain.ts";
import { type Command, type CommandContext, misused, withKeylessWorkshop } from "./command.ts";

const ACCEPT = "--accept-broken-audit";

/**
 * Seals everything anew with FIELD_KEY_NEW. It wants to be alone: the audit is one chain under one key, and a message
 * that a service seals with the old key meanwhile could never be read again. Cut short, it is run again. An audit that
 * was tampered with is taken over only where the operator says so: a key that leaked must be changed in any case.
 */
export const ROTATE_KEY: Command = {
  usage: `[${ACCEPT}]`,
  does: "seals everything anew with FIELD_KEY_NEW; no service may run meanwhile",
  run: async (words, context) => {
    const strange = words.find((word) => word !== ACCEPT);
    if (strange !== undefined) throw misused(`rotate-key knows no ${strange}, only ${ACCEPT}.`);
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
      const unreadable = await rotate(workshop, change, words.includes(ACCEPT), context);
      if (own) takeNextDemoKey(path.resolve(config.DATA_DIR));
      if (unreadable > 0)
        throw new Fault(
          "command.failed",
          `${unreadable} values open with neither key and stay so, as they were before; they are listed above. All else is sealed with the new key.`,
        );
    });
  },
};

/** A demo without FIELD_KEY keeps a key of its own in its folder, and changes it there. */
const keepsOwnKey = ({ demo, FIELD_KEY, FIELD_KEY_NEW }: Config): boolean =>
  demo && FIELD_KEY === undefined && FIELD_KEY_NEW === undefined;

/** Returns how many values open with neither key. */
async function rotate(
  workshop: Workshop,
  change: KeyChange,
  accept: boolean,
  { print }: CommandContext,
): Promise<number> {
  const { config, database, clock } = workshop;
  const { db } = database;
  const state = await db.transaction((tx) => noteKeyChange(tx, change.old, change.fresh));
  const cure = keepsOwnKey(config) ? "The demo keeps it in its folder." : "Make it FIELD_KEY, then start.";
  if (state === "changed") {
    print(`Everything is sealed with the new key already. ${cure}`);
    return 0;
  }
  const lines = await takeOver(workshop, change, state === "taken-over" ? state : { accept }).catch(
    async (error: unknown) => {
      // Nothing has changed yet: a service with the old key goes on.
      if (state === "begun") await db.transaction(dropKeyChange);
      throw error;
    },
  );
  let [values, unreadable] = [0, 0];
  for (const column of listSealedColumns()) {
    const done = await resealColumn(database, column, change, print);
    values += done.sealed;
    unreadable += done.unreadable;
  }
  const voided = await db.transaction((tx) => finish(tx, change, clock()));
  print(`Sealed ${values} values and ${lines} audit lines with the new key. ${cure}`);
  print("Keep the old key for as long as you keep backups that were made with it.");
  if (voided > 0) print(`${voided} open invitation codes are void: invite those people anew.`);
  return unreadable;
}

/**
 * Makes sure that nobody else is at work and that the audit is whole, and seals it anew; returns its lines. Where it is
 * not, nothing has changed and the old key goes on. What an earlier run has taken over is not asked about again: half of
 * the values may have the new key by then.
 */
async function takeOver(
  { database: { db }, anchor, clock }: Workshop,
  change: KeyChange,
  how: "taken-over" | { readonly accept: boolean },
): Promise<number> {
  const taken = await db.transaction(async (tx) => {
    await requireAlone(tx);
    const wrong = how === "taken-over" ? null : await sealAudit(tx, change, how.accept, { anchor, clock });
    if (wrong !== null) await dropKeyChange(tx);
    else await noteTakenOver(tx, change.fresh);
    return { wrong, note: await findHead(tx) };
  });
  if (taken.wrong !== null)
    throw new Fault(
      "command.failed",
      `The audit was tampered with: ${taken.wrong}. A new seal must not vouch for that; nothing was changed. If the key must be changed all the same, keep a backup made before as evidence and add ${ACCEPT}.`,
    );
  const end = taken.note === undefined ? null : readEnd(change.fresh.mac, taken.note);
  if (end !== null && taken.note !== undefined) anchor.keep(taken.note);
  return end?.place ?? 0;
}

/** Seals the audit with the new key; what is wrong with it, where that keeps it as it was. */
async function sealAudit(
  tx: Tx,
  { old, fresh }: KeyChange,
  accept: boolean,
  { anchor, clock }: Pick<Workshop, "anchor" | "clock">,
): Promise<string | null> {
  const chain = await resealChain(tx, old.mac, fresh.mac, anchor.find());
  if ("lines" in chain) return null;
  if (!accept) return chain.wrong;
  await acceptBrokenAudit(tx, fresh.mac, clock());
  return null;
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
): Promise<{ readonly sealed: number; readonly unreadable: number }> {
  const name = `${column.table}.${column.column}`;
  let [sealed, unreadable] = [0, 0];
  let after: readonly string[] | undefined;
  do {
    const from = after;
    const page = await db.transaction((tx) => resealPage(tx, column, change, from));
    sealed += page.resealed + page.before;
    unreadable += page.unreadable.length;
    if (page.unreadable.length > 0)
      print(`${name}: open with neither key and stay so: ${page.unreadable.join(" ")}`);
    after = page.last;
    if (after !== undefined) print(`${name}: ${sealed}`);
  } while (after !== undefined);
  return { sealed, unreadable };
}

/** Codes are kept as hashes under the old key, from which nobody can make new ones: those still open are void. */
async function finish(tx: Tx, { fresh }: KeyChange, now: Date): Promise<number> {
  await requireAlone(tx);
  await endKeyChange(tx, fresh);
  const line = { at: now, actorId: null, action: "key.rotate", subject: "settings", subjectId: null };
  await insertAudit(tx, [line]);
  return voidAllInvites(tx, now);
}
