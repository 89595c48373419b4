import type { Address } from "#src/message/address.ts";
import type { FileStore, KeptFile } from "#src/message/file-store.ts";
import { typeOf, withoutLocation } from "./file-type.ts";

/** The largest file that is taken, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;
const LONGEST_NAME = 120;

/** A file that was kept, or why not: its kind is not taken, its owner has sent more than one may, or it is infected. */
export type Kept = KeptFile | "wrong-kind" | "too-many" | "infected";

/** Keeps a file that came with a message, typed by its content and without location; under the same `key` once. */
export async function keepFile(
  files: FileStore,
  owner: Address,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
  key?: string,
): Promise<Kept> {
  const type = bytes.length > LARGEST_FILE ? null : typeOf(bytes);
  if (type === null) return "wrong-kind";
  return files.save(owner, { name: cleanName(name), type, bytes: withoutLocation(type, bytes) }, key);
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
