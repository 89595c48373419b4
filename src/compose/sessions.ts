import { createHmac, timingSafeEqual } from "node:crypto";
import type { Sessions } from "#bot/web/sessions.ts";
import type { Db } from "#db/client.ts";
import type { Vault } from "#db/vault.ts";
import { findAccessCode } from "#src/domain/access-code.ts";
import { bindAccount } from "#src/identify/bind.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import { splitAddress } from "#src/message/address.ts";

type Parts = { readonly db: Db; readonly vault: Vault; readonly log: Log; readonly clock: Clock };

/** Sessions whose keys are signed with the field key: a cookie that was not made here opens nothing. */
export function signedSessions(fieldKey: string, { db, vault, log, clock }: Parts): Sessions {
  const sign = (value: string): string =>
    createHmac("sha256", fieldKey).update(`session ${value}`).digest("base64url");
  return {
    sign: (value) => `${value}.${sign(value)}`,
    open: (cookie) => {
      const [value = "", signature = ""] = cookie.split(".");
      const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(value))];
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : undefined;
    },
    bind: async ({ conversation, code, ip }) => {
      const { channel, bot } = splitAddress(conversation);
      const origin = vault.fingerprint(`origin ${addressBlock(ip)}`);
      const account = { channel, bot, sender: conversation, conversation, origin };
      const bound = await db.transaction((tx) =>
        bindAccount(tx, { vault, log }, account, findAccessCode(code) ?? "", clock()),
      );
      return bound === "bad-code" ? undefined : { name: bound.name };
    },
  };
}

/** The neighbourhood of an address, in which one household or attacker sits: /24 of IPv4, /48 of IPv6. */
export const addressBlock = (ip: string): string =>
  ip.includes(".")
    ? ip.replace(/^.*:/u, "").split(".").slice(0, 3).join(".")
    : ip.split(":").slice(0, 3).join(":");
