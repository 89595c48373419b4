import { randomUUID } from "node:crypto";
import type { Choice, OutboundMessage } from "#src/message/outbound.ts";
import { type City, openCity } from "./city.ts";
import { eventually } from "./eventually.ts";
import { openSessionHouse, type SessionHouse, type SessionSettings, toPolicy } from "./session-house.ts";

/** What the entrance answered: a session's cookie, or what is wanted besides, or why not. */
export type Shown = {
  readonly status: number;
  readonly cookie: string;
  readonly name?: string;
  readonly factor?: string;
  readonly factorBy?: string;
  readonly secret?: string;
  readonly address?: string;
  readonly squares?: readonly string[];
  readonly error?: string;
};

/** The first thing that was answered. */
export type Answered = {
  readonly kind: string;
  readonly text: string;
  readonly choices: readonly Choice[];
};

/**
 * A district, its web chat outside the demo, and a desk with browsers: what somebody does there, by the cookie of the
 * session that he sits at.
 */
export type Desk = SessionHouse & {
  readonly city: City;
  readonly post: (path: string, body: object, cookie?: string) => Promise<Response>;
  /** Shows a code at the entrance, and the number of an authenticator. */
  readonly show: (code: string, factor?: string) => Promise<Shown>;
  /** A guest's cookie. */
  readonly openGuest: () => Promise<string>;
  /** Shows the number in a session that is open; the status that it is answered with. */
  readonly prove: (cookie: string, factor: string) => Promise<number>;
  /** Looks into a session: 200 where it is open, 401 where it is not. */
  readonly look: (cookie: string) => Promise<number>;
  /** Ends a session. */
  readonly leave: (cookie: string) => Promise<number>;
  readonly say: (cookie: string, text: string) => Promise<Answered>;
  readonly tap: (cookie: string, choice: string) => Promise<Answered>;
  /** Lets minutes pass. */
  readonly later: (minutes: number) => void;
};

// The notice of privacy comes before a first answer, and a list that was asked for before may be ready just now.
const ASIDE = new Set(["help.privacy", "export.ready"]);

/** Opens all that. Without settings an authenticator is wanted at once of whoever needs one. */
export async function openDesk(settings: SessionSettings = {}): Promise<Desk> {
  const city = await openCity(undefined, undefined, undefined, { policy: toPolicy(settings) });
  const house = await openSessionHouse(city, settings);
  const call = (method: string, path: string, cookie: string, body?: object): Promise<Response> =>
    fetch(`${house.url}/api/chat/${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const post: Desk["post"] = (path, body, cookie = "") => call("POST", path, cookie, body);
  const speak = async (cookie: string, said: object): Promise<Answered> => {
    const before = city.wire.sent.length;
    await post("messages", { id: randomUUID(), ...said }, cookie);
    const answers = () => city.wire.sent.slice(before).filter((one) => !ASIDE.has(one.kind));
    await eventually(() => {
      if (answers().length === 0) throw new Error("nothing was answered");
    }, 20_000);
    return toAnswered(answers());
  };
  return {
    ...house,
    city,
    post,
    show: async (code, factor) => {
      const answer = await post("session", { code, factor });
      return { status: answer.status, cookie: cookieOf(answer), ...((await answer.json()) as object) };
    },
    openGuest: async () => cookieOf(await post("session", {})),
    prove: async (cookie, factor) => (await post("session/factor", { factor }, cookie)).status,
    look: async (cookie) => (await call("GET", "messages", cookie)).status,
    leave: async (cookie) => (await call("DELETE", "session", cookie)).status,
    say: (cookie, text) => speak(cookie, { text }),
    tap: (cookie, choice) => speak(cookie, { choice }),
    later: (minutes) => {
      city.now = new Date(city.now.getTime() + minutes * 60_000);
    },
    close: async () => {
      await house.close();
      await city.close();
    },
  };
}

/** The cookie that an answer gives, as a browser sends it back. */
export const cookieOf = (answer: Response): string => answer.headers.get("set-cookie")?.split(";")[0] ?? "";

function toAnswered([first]: readonly OutboundMessage[]): Answered {
  const { kind, text, choices } = first ?? { kind: "", text: "", choices: [] };
  return { kind, text, choices };
}
