import { createHmac } from "node:crypto";
import { base32ToBytes } from "./base32.ts";

/** What an app on somebody's telephone shows at a moment for a secret that was typed into it. */
export function authenticator(secret: string, at: Date): string {
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(at.getTime() / 30_000), 4);
  const mac = createHmac("sha1", base32ToBytes(secret)).update(counter).digest();
  const at4 = (mac[19] ?? 0) % 16;
  return String((mac.readUInt32BE(at4) % 0x80_00_00_00) % 1_000_000).padStart(6, "0");
}

type Answer = { readonly status: number; readonly cookie: string | undefined };

/**
 * Enters at a service with a code, and sets an authenticator up where one is wanted, or shows the number of the one that
 * `secrets` holds for this `name`.
 */
export async function enterWith(
  url: string,
  code: string,
  {
    now,
    name,
    secrets,
  }: { readonly now: Date; readonly name: string; readonly secrets: Map<string, string> },
): Promise<Answer> {
  const post = (body: object): Promise<Response> =>
    fetch(`${url}/api/chat/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const first = await post({ code });
  if (first.status !== 200) return toAnswer(first);
  const wish = (await first.json()) as { readonly secret?: string };
  if (wish.secret !== undefined) secrets.set(name, wish.secret);
  const numberIn = (ms: number): string =>
    authenticator(secrets.get(name) ?? "", new Date(now.getTime() + ms));
  const second = await post({ code, factor: numberIn(0) });
  // A number works once: whoever comes twice in half a minute waits for the next.
  return toAnswer(second.status === 401 ? await post({ code, factor: numberIn(30_000) }) : second);
}

const toAnswer = ({ status, headers }: Response): Answer => ({
  status,
  cookie: headers.get("set-cookie")?.split(";")[0],
});
