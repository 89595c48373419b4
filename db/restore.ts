import { createDecipheriv } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import type { Writable } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import type { Sql, TransactionSql } from "postgres";
import { Fault } from "#src/kernel/fault.ts";
import { type BackupHead, backupKey, MAGIC, NONCE, TAG } from "./backup.ts";
import { listTablesInOrder } from "./copy-order.ts";
import { listMigrations } from "./migrations-done.ts";
import { splitLines } from "./split-lines.ts";

const Head = z.object({ format: z.literal(1), at: z.string(), migrations: z.array(z.string()) });
const TableLine = z.object({ name: z.string(), columns: z.array(z.string()) });
const Sequences = z.object({
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
});

/**
 * Reads a backup to its end, which shows that nobody changed it, and returns what it says of itself. Throws
 * `backup.refused` where it cannot be read.
 */
export async function readBackupHead(fieldKey: string, file: string): Promise<BackupHead> {
  const plain = createGunzip();
  let first: string | undefined;
  const reading = async (): Promise<void> => {
    for await (const line of splitLines(plain)) first ??= line;
  };
  try {
    await Promise.all([reading(), decrypt(fieldKey, file, plain)]);
    return Head.parse(JSON.parse(first ?? ""));
  } catch (cause) {
    throw toRefusal(cause);
  }
}

/**
 * Fills an empty database of the backup's own schema from a backup, all or nothing. What was still to be sent when the backup was made
 * may have been sent since, and is marked as a possible repeat. Throws `backup.refused` when the database holds
 * rows, when its schema is not the backup's, or when the file was changed or sealed with another key.
 */
export async function restoreBackup(sql: Sql, fieldKey: string, file: string): Promise<{ rows: number }> {
  await sql.begin(async (tx) => {
    if (await hasRows(tx)) throw refused("The database is not empty: restore into a new one.");
  });
  try {
    return await sql.begin((tx) => fill(tx, fieldKey, file));
  } catch (cause) {
    throw toRefusal(cause);
  }
}

function toRefusal(cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  return refused("The backup cannot be read: wrong FIELD_KEY, or the file was cut or changed.", cause);
}

/** Says why a backup is not restored. */
export const refused = (message: string, cause?: unknown): Fault =>
  new Fault("backup.refused", message, { cause });

async function hasRows(tx: TransactionSql): Promise<boolean> {
  const tables = (await listTablesInOrder(tx)).filter(({ name }) => name !== "settings");
  for (const { name } of tables) {
    const [row] = await tx`select 1 from ${tx(name)} limit 1`;
    if (row !== undefined) return true;
  }
  return false;
}

async function fill(tx: TransactionSql, fieldKey: string, file: string): Promise<{ rows: number }> {
  await tx`delete from settings`;
  const plain = createGunzip();
  const decrypted = decrypt(fieldKey, file, plain);
  const counted = readLines(tx, splitLines(plain));
  const [counts] = await Promise.all([counted, decrypted]);
  await tx`update outbox set possible_repeat = true where status in ('new', 'sending')`;
  // An older backup has no such column: the migration that adds it goes by the mark above.
  const [hasUnsure] = await tx`select 1 from information_schema.columns
    where table_schema = current_schema() and table_name = 'outbox' and column_name = 'unsure'`;
  if (hasUnsure !== undefined)
    await tx`update outbox set unsure = greatest(unsure, 1) where status in ('new', 'sending')`;
  return counts;
}

// The tag stands at the end: pipeline rejects when it does not fit, and the transaction with it.
async function decrypt(fieldKey: string, file: string, plain: Writable): Promise<void> {
  const handle = await open(file, "r");
  const { size } = await handle.stat();
  const head = Buffer.alloc(MAGIC.length + NONCE);
  const tag = Buffer.alloc(TAG);
  await handle.read(head, 0, head.length, 0);
  await handle.read(tag, 0, TAG, Math.max(0, size - TAG));
  await handle.close();
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw refused("This file is no backup of lvzhi.");
  const decipher = createDecipheriv("aes-256-gcm", backupKey(fieldKey), head.subarray(MAGIC.length));
  decipher.setAuthTag(tag);
  await pipeline(createReadStream(file, { start: head.length, end: size - TAG - 1 }), decipher, plain);
}

async function readLines(tx: TransactionSql, lines: AsyncIterable<string>): Promise<{ rows: number }> {
  let rows = 0;
  let target: Writable | null = null;
  let isFirst = true;
  for await (const line of lines) {
    if (isFirst) {
      await checkVersion(tx, Head.parse(JSON.parse(line)).migrations);
      isFirst = false;
    } else if (target === null) target = await nextTarget(tx, JSON.parse(line));
    else if (line === "\\.") {
      target.end();
      await once(target, "finish");
      target = null;
    } else {
      rows += 1;
      if (!target.write(`${line}\n`)) await once(target, "drain");
    }
  }
  return { rows };
}

async function checkVersion(tx: TransactionSql, migrations: readonly string[]): Promise<void> {
  const done = await listMigrations(tx);
  const missing = migrations.find((name) => !done.includes(name));
  const later = done.find((name) => !migrations.includes(name));
  if (missing !== undefined) throw refused("The backup was made by a newer program: upgrade this one first.");
  if (later !== undefined)
    throw refused(`The database is newer than the backup (it has had ${later}): restore into a new one.`);
}

async function nextTarget(tx: TransactionSql, line: unknown): Promise<Writable | null> {
  const table = TableLine.safeParse(line);
  if (table.success) {
    const { name, columns } = table.data;
    return tx`copy ${tx(name)} (${tx(columns)}) from stdin`.writable();
  }
  for (const { name, last } of Sequences.parse(line).sequences)
    if (last !== null) await tx`select setval(${name}::regclass, ${last}::int8)`;
  return null;
}
