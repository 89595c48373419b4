import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PassThrough, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Sql, TransactionSql } from "postgres";
import { listSequences, listTablesInOrder } from "./copy-order.ts";
import { listMigrations } from "./migrations-done.ts";

/** The first bytes of a backup; then the nonce, the encrypted body, and the tag. */
export const MAGIC = Buffer.from("LVZHI-BACKUP-1\n");
export const NONCE = 12;
export const TAG = 16;

/** What a backup says of itself in its first line. */
export type BackupHead = { readonly format: 1; readonly at: string; readonly migrations: readonly string[] };

/** The key of backups, made from the field key; the field key itself is never in a backup. */
export const backupKey = (fieldKey: string): Buffer =>
  Buffer.from(hkdfSync("sha256", fieldKey, "lvzhi", "backup", 32));

/**
 * Writes all tables as they are at one moment, while the service runs: compressed, then encrypted and sealed against
 * change. Returns how many rows of how many tables.
 */
export async function writeBackup(
  sql: Sql,
  fieldKey: string,
  output: Writable,
  now: Date,
): Promise<{ tables: number; rows: number }> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", backupKey(fieldKey), nonce);
  const plain = new PassThrough();
  output.write(Buffer.concat([MAGIC, nonce]));
  const written = pipeline(plain, createGzip(), cipher, output, { end: false });
  const counted = sql.begin("isolation level repeatable read read only", (tx) => writeTables(tx, plain, now));
  const [counts] = await Promise.all([counted, written]);
  output.end(cipher.getAuthTag());
  await once(output, "finish");
  return counts;
}

async function writeTables(tx: TransactionSql, plain: PassThrough, now: Date) {
  const head: BackupHead = { format: 1, at: now.toISOString(), migrations: await listMigrations(tx) };
  plain.write(`${JSON.stringify(head)}\n`);
  const tables = await listTablesInOrder(tx);
  let rows = 0;
  for (const table of tables) {
    plain.write(`${JSON.stringify(table)}\n`);
    const source = await tx`copy ${tx(table.name)} (${tx([...table.columns])}) to stdout`.readable();
    for await (const chunk of Readable.from(source)) {
      const bytes = Buffer.from(chunk as Uint8Array);
      rows += bytes.filter((byte) => byte === 10).length;
      if (!plain.write(bytes)) await once(plain, "drain");
    }
    // The driver pauses the socket when its stream is full and resumes it when more is asked for, which nobody does
    // once the stream has ended: the end of the statement, if it comes later, would never be read.
    source._read(0);
    plain.write("\\.\n");
  }
  plain.end(`${JSON.stringify({ sequences: await listSequences(tx) })}\n`);
  return { tables: tables.length, rows };
}
