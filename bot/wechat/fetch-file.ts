import { addAbortSignal } from "node:stream";
import type { Message } from "wechaty";
import { inTime } from "#src/kernel/in-time.ts";
import { LARGEST_FILE } from "../keep-file.ts";

/** A file as it came. */
export type Fetched = { readonly name: string; readonly bytes: Buffer };

/**
 * Fetches the file of a message until the signal; nothing where it is larger than what is taken, of which no more is
 * read than that.
 */
export async function fetchFile(source: Message, signal: AbortSignal): Promise<Fetched | undefined> {
  const box = await inTime(source.toFileBox(), signal);
  // Where it is not known it is said to be -1, which proves nothing.
  if (box.size > LARGEST_FILE) return undefined;
  const stream = addAbortSignal(signal, await inTime(box.toStream(), signal));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FILE) return undefined;
    chunks.push(chunk);
  }
  return { name: box.name, bytes: Buffer.concat(chunks) };
}
