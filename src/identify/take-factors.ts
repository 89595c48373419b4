import { randomBytes } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { voidFactors } from "#db/queries/second-factors.ts";
import type { Vault } from "#db/vault.ts";

/** As many bytes as the secret of an authenticator has. */
const SECRET_BYTES = 20;

/**
 * Takes the authenticators of people away: a secret that is known to nobody takes the place of each, until the next one
 * is set up. The days to do that in are not begun anew: whoever had the authenticator long needs one at once.
 */
export const takeFactors = (tx: Tx, vault: Vault, people: readonly number[]): Promise<void> =>
  voidFactors(
    tx,
    people,
    people.map(() => vault.sealBytes(randomBytes(SECRET_BYTES))),
  );
