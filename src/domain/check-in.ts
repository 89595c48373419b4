import { z } from "zod";
import type { Frozen } from "./frozen.ts";

export const checkInSchema = z.strictObject({
  /** Staff may show a code at all: off until a district wants it. Nobody has to answer one. */
  offered: z.boolean().default(false),
  /** So often the code changes; the one before and the one after are taken too, for slow thumbs and slow clocks. */
  rotates_seconds: z.int().min(20).max(600).default(60),
  opens_minutes_before: z.int().min(0).max(1440).default(60),
  closes_minutes_after: z.int().min(10).max(1440).default(240),
  /** Wrong codes of one deputy at one activity; after that staff write it down. */
  wrong_tries: z.int().min(1).max(100).default(5),
});

/** How checking in by a code goes, by the policy file. */
export type CheckInPolicy = Frozen<z.infer<typeof checkInSchema>>;

/** Which code holds at an instant, counted from 1970. */
export const codeStep = (now: Date, { rotates_seconds }: Pick<CheckInPolicy, "rotates_seconds">): number =>
  Math.floor(now.getTime() / (rotates_seconds * 1000));

/** Seconds until the code changes. */
export const secondsLeft = (now: Date, { rotates_seconds }: Pick<CheckInPolicy, "rotates_seconds">): number =>
  rotates_seconds - (Math.floor(now.getTime() / 1000) % rotates_seconds);

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Four digits out of a keyed hash (base64url): 48 of its bits, of which ten thousand is a small part. */
export function toCode(hash: string): string {
  const number = Array.from(hash.slice(0, 8)).reduce((sum, letter) => sum * 64 + LETTERS.indexOf(letter), 0);
  return String(number % 10_000).padStart(4, "0");
}
