import { createHash } from "node:crypto";

/**
 * A short mark of all that somebody was shown before a yes: another mark at the yes means that it has changed since,
 * and is shown again. Takes plain values only; the same values in the same order give the same mark.
 */
export const sightOf = (...shown: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 16);
