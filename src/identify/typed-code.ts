import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Vault } from "#db/vault.ts";

/** How a code to type is kept: a few characters by which its row is found, and a slow hash with a salt of its own. */
export type KeptCode = { readonly selector: string; readonly hash: string };

const KIND = "argon2id";
/** Characters of a selector: 24 bits. Few enough to tell little of the code, enough that hardly two rows share one. */
const SELECTOR = 4;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = promisify(argon2);

/** The least work that ASVS 5.0 (appendix C) takes for Argon2id: 12 MiB, three passes; about 25 ms. */
const hashSlowly = (secret: string, nonce: Buffer): Promise<Buffer> =>
  derive(KIND, {
    message: secret,
    nonce,
    parallelism: 1,
    tagLength: HASH_BYTES,
    memory: 12 * 1_024,
    passes: 3,
  });

/** What rows with this code have in common with hardly any other. */
export const selectorOf = (vault: Vault, code: string): string =>
  vault.mac(`access-code-selector ${code}`).slice(0, SELECTOR);

// The slow hash works on a keyed one: who has stolen the database alone has nothing to try codes with.
const secretOf = (vault: Vault, code: string): string => vault.mac(`access-code-typed ${code}`);

/** A code as it is kept (ASVS 6.5.2). The work is done beside the event loop. */
export async function keepTyped(vault: Vault, code: string): Promise<KeptCode> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashSlowly(secretOf(vault, code), salt);
  return {
    selector: selectorOf(vault, code),
    hash: [KIND, salt.toString("base64url"), hash.toString("base64url")].join("$"),
  };
}

/**
 * Whether a code is the kept one. It does the work of one slow hash in any case, also where nothing was found by the
 * selector: nobody learns by the clock how near he came.
 */
export async function isKeptCode(vault: Vault, code: string, kept: string | undefined): Promise<boolean> {
  const [kind, salt, hash = ""] = kept?.split("$") ?? [];
  const known = kind === KIND && salt !== undefined;
  const nonce = known ? Buffer.from(salt, "base64url") : randomBytes(SALT_BYTES);
  const made = await hashSlowly(secretOf(vault, code), nonce);
  const held = Buffer.from(hash, "base64url");
  return known && held.length === made.length && timingSafeEqual(held, made);
}
