const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xd8, 0xff], "image/jpeg"],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "image/png"],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "application/pdf"],
];

/** The type of a file by its content, whatever it is called; null for kinds that are not taken. */
export function typeOf(bytes: Buffer): string | null {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known[1];
  if (
    bytes.subarray(0, 4).toString("latin1") === "RIFF" &&
    bytes.subarray(8, 12).toString("latin1") === "WEBP"
  )
    return "image/webp";
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return officeType(bytes);
  return null;
}

function officeType(bytes: Buffer): string | null {
  if (bytes.includes("xl/workbook"))
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (bytes.includes("word/document"))
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return null;
}

/** An image without the places and devices that cameras write into it; other files as they are. */
export function withoutLocation(type: string, bytes: Buffer): Buffer {
  if (type === "image/jpeg") return cleanJpeg(bytes);
  if (type === "image/png") return cleanPng(bytes);
  return bytes;
}

// JPEG: APP1 (EXIF, XMP) to APP15 and comments go, except APP14 which some colours need; the picture itself stays.
function cleanJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const isMeta = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!isMeta) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}

const PNG_META = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

function cleanPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (!PNG_META.has(bytes.subarray(at + 4, at + 8).toString("latin1"))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
