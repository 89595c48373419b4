import { crc32, deflateRawSync } from "node:zlib";

const ENTRY = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day a zip knows: the same parts make the same bytes. */
const DAY = 0x21;

/** Packs named parts into a zip (APPNOTE.TXT 6.3.3), each deflated, in the order given. */
export function writeZip(parts: readonly { readonly name: string; readonly text: string }[]): Uint8Array {
  const entries: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const title = Buffer.from(name, "utf8");
    const plain = Buffer.from(text, "utf8");
    const packed = deflateRawSync(plain);
    const facts = factsOf(plain, packed, title);
    entries.push(Buffer.concat([numbers([ENTRY, 4]), facts, title, packed]));
    list.push(
      Buffer.concat([
        numbers([LISTED, 4], [VERSION, 2]),
        facts,
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        title,
      ]),
    );
    offset += entries.at(-1)?.length ?? 0;
  }
  const listed = Buffer.concat(list);
  const end = numbers([END, 4], [0, 2], [0, 2], [parts.length, 2], [parts.length, 2], [listed.length, 4]);
  return new Uint8Array(Buffer.concat([...entries, listed, end, numbers([offset, 4], [0, 2])]));
}

// The same in front of a part and in the list, from the version needed to the length of the extra field.
const factsOf = (plain: Buffer, packed: Buffer, title: Buffer): Buffer =>
  numbers(
    [VERSION, 2],
    [NAMES_IN_UTF8, 2],
    [DEFLATED, 2],
    [0, 2],
    [DAY, 2],
    [crc32(plain), 4],
    [packed.length, 4],
    [plain.length, 4],
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
