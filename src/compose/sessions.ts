import { createHmac, timingSafeEqual } from "node:crypto";
import type { Sessions } from "#bot/web/sessions.ts";

/** Sessions whose keys are signed with the field key: a cookie that was not made here opens nothing. */
export function signedSessions(key: string): Sessions {
  const sign = (value: string): string =>
    createHmac("sha256", key).update(`session ${value}`).digest("base64url");
  return {
    sign: (value) => `${value}.${sign(value)}`,
    open: (cookie) => {
      const [value = "", signature = ""] = cookie.split(".");
      const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(value))];
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : undefined;
    },
  };
}
