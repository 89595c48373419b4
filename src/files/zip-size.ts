/** The end of a zip's list of entries, and one entry of that list. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;

/** What a zip says of itself. */
export type ZipSize = {
  readonly entries: number;
  readonly unpackedBytes: number;
  /**
   * Its list hides how large it becomes: it points to a second list, or gives no size for bytes that are there. What
   * unpacks it would believe the other place.
   */
  readonly isHostile: boolean;
};

/** How large a zip becomes when unpacked, by its own list; null where the bytes are no whole zip. */
export function findZipSize(bytes: Buffer): ZipSize | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const entries = bytes.readUInt16LE(end + 10);
  const listBytes = bytes.readUInt32LE(end + 12);
  let at = bytes.readUInt32LE(end + 16);
  // A file of ten megabytes needs no second, 64-bit list.
  let isHostile = entries === 0xff_ff || listBytes === 0xff_ff_ff_ff || at === 0xff_ff_ff_ff;
  let unpackedBytes = 0;
  for (let index = 0; index < entries && !isHostile; index += 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const packed = bytes.readUInt32LE(at + 20);
    const unpacked = bytes.readUInt32LE(at + 24);
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
    const isFolder = bytes[nameEnd - 1] === SLASH;
    isHostile =
      !isFolder && hidesItsSize(bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10), packed, unpacked);
    unpackedBytes += unpacked;
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { entries, unpackedBytes, isHostile };
}

const SLASH = 0x2f;
const SIZE_FOLLOWS = 8;
const DEFLATED = 8;
/** Nothing at all, deflated, takes two bytes. */
const NOTHING_PACKED = 2;

function hidesItsSize(flags: number, method: number, packed: number, unpacked: number): boolean {
  if (packed === 0xff_ff_ff_ff) return true;
  if (unpacked > 0) return false;
  return (method === DEFLATED && packed > NOTHING_PACKED) || ((flags & SIZE_FOLLOWS) !== 0 && packed === 0);
}

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return null;
}
