import type { UnreadableFile, WrittenSheet } from "#src/domain/roster/sheet-file.ts";
import type { Sheet } from "#src/domain/roster/sheet-rows.ts";

/** Reads and writes workbooks. */
export type Workbooks = {
  /** Within the time that a transaction may stand idle: what takes longer is refused. */
  readonly read: (bytes: Buffer) => Promise<readonly Sheet[] | UnreadableFile>;
  readonly write: (sheets: readonly WrittenSheet[]) => Promise<Uint8Array>;
};
