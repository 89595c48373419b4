const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The bytes that letters of RFC 4648 stand for, as an authenticator app reads them. */
export function base32ToBytes(text: string): Buffer {
  const bits = Array.from(text, (one) => LETTERS.indexOf(one).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The same bytes in hexadecimal digits. */
export const base32ToHex = (text: string): string => base32ToBytes(text).toString("hex");
