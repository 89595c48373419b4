/** Bytes as PostgreSQL reads them from text; the driver takes an array of buffers for a single one. */
export const toHex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;
