import type { UnreadableFile, WrittenSheet } from "#src/domain/roster/sheet-file.ts";
import type { Sheet } from "#src/domain/roster/sheet-rows.ts";

/** Reads and writes workbooks. */
export type Workbooks = {
  readonly read: (bytes: Buffer) => Promise<readonly Sheet[] | UnreadableFile>;
  readonly write: (sheets: readonly WrittenSheet[]) => Promise<Uint8Array>;
};
