import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";
import type { Packed } from "./packer.ts";

const deflate = promisify(deflateRaw);

/** Deflates a file for a zip, beside the thread that handles messages: it is hardly smaller afterwards, and soon done. */
export async function packBytes(bytes: Uint8Array): Promise<Packed> {
  const packed = await deflate(bytes, { level: 1 });
  return {
    crc: crc32(bytes),
    plainBytes: bytes.length,
    packedBytes: packed.length,
    pieces: [packed],
  };
}
