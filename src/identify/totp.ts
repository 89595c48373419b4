import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds that a number holds for (RFC 6238). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one whose numbers are taken: clocks differ, and people type. */
const WINDOW = 1;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The step of time that an instant lies in. */
const stepOf = (at: Date): number => Math.floor(at.getTime() / 1_000 / STEP_SECONDS);

/** The number of a step: RFC 4226 over HMAC-SHA-1, six digits, what authenticator apps show. */
function numberAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

/** What an authenticator shows at an instant. */
export const totpAt = (secret: Uint8Array, at: Date): string => numberAt(secret, stepOf(at));

/**
 * The step whose number was given: the present one, or the one before or after it. Undefined for a wrong number, and for
 * one that is not newer than `lastStep`, which was taken already: a number works once.
 */
export function findStep(
  secret: Uint8Array,
  given: string,
  now: Date,
  lastStep: number | null,
): number | undefined {
  const said = Buffer.from(given);
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, at) => stepOf(now) - WINDOW + at);
  const right = steps.filter((step) => {
    const number = Buffer.from(numberAt(secret, step));
    return number.length === said.length && timingSafeEqual(number, said);
  });
  return right.find((step) => lastStep === null || step > lastStep);
}

/** A secret in the letters that authenticator apps read (RFC 4648, base 32, without padding). */
export function toBase32(secret: Uint8Array): string {
  const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => LETTERS[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

/** The address that an authenticator app takes a secret from, also as a picture. */
export const totpAddress = (issuer: string, name: string, secret: Uint8Array): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(name)}` +
  `?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`;
