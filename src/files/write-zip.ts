import { createPacker, type Packed } from "./packer.ts";

const ENTRY = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day a zip knows: the same parts make the same bytes. */
const DAY = 0x21;

/** A part by its name: its words, or what they were packed into already. */
export type ZipPart = { readonly name: string } & ({ readonly text: string } | { readonly packed: Packed });

/** Packs named parts into a zip (APPNOTE.TXT 6.3.3), each deflated, in the order given. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const entries: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const title = Buffer.from(part.name, "utf8");
    const packed = "packed" in part ? part.packed : pack(part.text);
    const facts = factsOf(packed, title);
    const head = [numbers([ENTRY, 4]), facts, title];
    entries.push(...head, ...packed.pieces);
    list.push(
      Buffer.concat([
        numbers([LISTED, 4], [VERSION, 2]),
        facts,
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        title,
      ]),
    );
    offset += lengthOf(head) + packed.packedBytes;
  }
  const listed = lengthOf(list);
  const end = numbers([END, 4], [0, 2], [0, 2], [parts.length, 2], [parts.length, 2], [listed, 4]);
  return joined([...entries, ...list, end, numbers([offset, 4], [0, 2])]);
}

const lengthOf = (buffers: readonly Buffer[]): number => buffers.reduce((sum, one) => sum + one.length, 0);

// Copied once, into bytes that nobody else has a part of: they may be handed to another thread.
function joined(buffers: readonly Buffer[]): Uint8Array {
  const whole = new Uint8Array(lengthOf(buffers));
  let at = 0;
  for (const one of buffers) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

function pack(text: string): Packed {
  const packer = createPacker();
  packer.add(text);
  return packer.end();
}

// The same in front of a part and in the list, from the version needed to the length of the extra field.
const factsOf = ({ crc, plainBytes, packedBytes }: Packed, title: Buffer): Buffer =>
  numbers(
    [VERSION, 2],
    [NAMES_IN_UTF8, 2],
    [DEFLATED, 2],
    [0, 2],
    [DAY, 2],
    [crc, 4],
    [packedBytes, 4],
    [plainBytes, 4],
    [title.length, 2],
    [0, 2],
  );

function numbers(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
