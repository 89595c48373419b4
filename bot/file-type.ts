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
