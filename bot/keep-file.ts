import type { Address } from "#src/message/address.ts";
import type { FileStore, KeptFile } from "#src/message/file-store.ts";
import { typeOf } from "./file-type.ts";
import { withoutLocation } from "./without-location.ts";

/** The largest file that is taken, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;
const LONGEST_NAME = 120;

/** A file that was kept, or why not: its kind is not taken, its owner has sent more than one may, or it is infected. */
export type Kept = KeptFile | "wrong-kind" | "too-many" | "infected";

/** A file as it is kept, with its name and bytes cleaned. */
export type Keepable = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** Keeps a file that came with a message, typed by its content and without location; under the same `key` once. */
export async function keepFile(
  files: FileStore,
  owner: Address,
  file: { readonly name: string; readonly bytes: Buffer },
  key?: string,
): Promise<Kept> {
  const keepable = cleanFile(file);
  return keepable === null ? "wrong-kind" : files.save(owner, keepable, key);
}

/** A file typed by its content and without location; null for a kind or size that is not taken. */
export function cleanFile({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Buffer;
}): Keepable | null {
  const type = bytes.length > LARGEST_FILE ? null : typeOf(bytes);
  return type === null ? null : { name: cleanName(name), type, bytes: withoutLocation(type, bytes) };
}

/** A file's own name without folders and without characters that mean something to a file system. */
export const cleanName = (name: string): string =>
  name
    .split(/[/\\]/u)
    .at(-1)
    // Control characters and reserved ones of the common file systems.
    ?.replace(/[\u0000-\u001f<>:"|?*]/gu, "")
    .slice(-LONGEST_NAME)
    .replace(/^\.+/u, "") || "file";
