import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Address, toAddress } from "#src/message/address.ts";
import { type HttpMessage, toErrorBody } from "#src/text/http.ts";
import { findCookie, giveCookie, takeCookie } from "./cookie.ts";
import type { Persona } from "./ports.ts";

/** Who may speak outside demo mode: whoever holds a session, made for a guest or bound by a code. */
export type Sessions = {
  /** After so many seconds a session has ended in any case. */
  readonly longestSeconds: number;
  /** Opens a guest's session and returns the cookie's value; nothing where too many came from there lately. */
  readonly open: (ip: string) => Promise<string | undefined>;
  /**
   * Opens a session of the person a one-time code was made for; or says what is wanted besides, or that the code or the
   * number is no good.
   */
  readonly enter: (
    wish: Shown & { readonly ip: string },
  ) => Promise<Member | FactorWish | "bad-code" | "bad-factor">;
  /** Takes the number of an authenticator in an open session; false where it is no good. */
  readonly prove: (wish: {
    readonly token: string;
    readonly given: string;
    readonly ip: string;
  }) => Promise<boolean>;
  /** The conversation that a cookie opens; nothing where its session ended or never was. */
  readonly find: (token: string) => Promise<Address | undefined>;
  /** Ends a session: nobody who holds a copy of the cookie gets in any more. */
  readonly end: (token: string) => Promise<void>;
};

/** Who came in by a code; `factorBy` is the day (YYYY-MM-DD) before which an authenticator is to be set up. */
type Member = { readonly token: string; readonly name: string; readonly factorBy?: string };

/** A one-time code, and the number of an authenticator where one was given. */
type Shown = { readonly code: string; readonly given: string | undefined };

/** The number of an authenticator is wanted besides a code, or first an authenticator, by its secret or address. */
type FactorWish =
  | { readonly factor: "number" }
  | { readonly factor: "set-up"; readonly secret: string; readonly address: string };

type Options = {
  readonly bot: string;
  readonly personas?: readonly Persona[];
  readonly sessions: Sessions;
  readonly https?: boolean;
};

/** Sessions outside demo mode: without a code somebody is a guest of this browser. */
export function sessionRoutes(app: FastifyInstance, options: Options): void {
  const { sessions, personas } = options;
  app.post("/session", async (request, reply) => {
    if (personas !== undefined) return reply.code(404).send(toErrorBody("not-found"));
    const shown = parseShown(request.body);
    if (shown !== undefined && "refused" in shown) return reply.code(400).send(toErrorBody(shown.refused));
    const session =
      shown === undefined ? await guest(options, request) : await member(options, request, shown);
    if (session === "too-many-guests")
      return reply.code(429).header("retry-after", "300").send(toErrorBody(session));
    if (typeof session === "string") return reply.code(401).send(toErrorBody(session));
    if ("factor" in session) return reply.header("cache-control", "no-store").send(await toWish(session));
    const { token, ...answer } = session;
    const cookie = { token, seconds: sessions.longestSeconds };
    return giveCookie(options, request, reply, cookie).code(201).send(answer);
  });
  app.post("/session/factor", async (request, reply) => {
    const token = findCookie(options, request);
    const given = parseFactor(request.body);
    if (personas !== undefined || token === undefined || (await sessions.find(token)) === undefined)
      return reply.code(401).send(toErrorBody("no-session"));
    if (given === undefined) return reply.code(400).send(toErrorBody("bad-request"));
    const isProven = await sessions.prove({ token, given, ip: request.ip });
    return isProven ? reply.code(204).send() : reply.code(403).send(toErrorBody("bad-factor"));
  });
  app.delete("/session", async (request, reply) => {
    const token = findCookie(options, request);
    if (personas === undefined && token !== undefined) await sessions.end(token);
    const cleared = reply.header("clear-site-data", '"cache"').code(204);
    return takeCookie(options, request, cleared).send();
  });
}

// What is shown in the body, undefined where there is nothing; an empty body is a guest's.
function parseShown(body: unknown): Shown | undefined | { refused: HttpMessage } {
  if (typeof body !== "object" || body === null) return undefined;
  if ("persona" in body) return { refused: "persona-refused" };
  if (!("code" in body) || body.code === undefined) return undefined;
  if (typeof body.code !== "string") return { refused: "bad-request" };
  const code = body.code.slice(0, 64);
  if (!("factor" in body) || body.factor === undefined) return { code, given: undefined };
  const given = parseFactor(body);
  return given === undefined ? { refused: "bad-request" } : { code, given };
}

const parseFactor = (body: unknown): string | undefined =>
  typeof body === "object" && body !== null && "factor" in body && typeof body.factor === "string"
    ? toDigits(body.factor)
    : undefined;

// Apps show the number in two groups, and a Chinese keyboard may type wide digits.
const toDigits = (text: string): string => text.slice(0, 32).normalize("NFKC").replaceAll(/\s/gu, "");

// Drawn by the page, square for square: nothing is loaded for it, and no picture lies anywhere.
async function toWish(wish: FactorWish): Promise<FactorWish & { readonly squares?: readonly string[] }> {
  if (wish.factor === "number") return wish;
  const { create } = await import("qrcode");
  const { size, data } = create(wish.address, { errorCorrectionLevel: "M" }).modules;
  const row = (at: number): string =>
    Array.from(data.subarray(at * size, (at + 1) * size), (bit) => (bit === 0 ? "0" : "1")).join("");
  return { ...wish, squares: Array.from({ length: size }, (_, at) => row(at)) };
}

type Session = Partial<Member> & { readonly token: string; readonly guest: boolean };

// Whoever has a session keeps it: a page that was opened twice is still one conversation.
async function guest(options: Options, request: FastifyRequest): Promise<Session | "too-many-guests"> {
  const { sessions } = options;
  const held = findCookie(options, request);
  const isOpen = held !== undefined && (await sessions.find(held)) !== undefined;
  const token = isOpen ? held : await sessions.open(request.ip);
  return token === undefined ? "too-many-guests" : { token, guest: true };
}

// A member's session is always a new one: a cookie that somebody planted before is worth nothing. The one that this
// browser had ends, since nobody can read there any more.
async function member(
  options: Options,
  request: FastifyRequest,
  shown: Shown,
): Promise<Session | FactorWish | "bad-code" | "bad-factor"> {
  const { sessions } = options;
  const entered = await sessions.enter({ ...shown, ip: request.ip });
  if (typeof entered === "string" || "factor" in entered) return entered;
  const held = findCookie(options, request);
  if (held !== undefined) await sessions.end(held);
  return { ...entered, guest: false };
}

type Who = { readonly conversation: Address } | { readonly refused: HttpMessage; readonly status: number };

/** Which conversation a request belongs to: a persona's in the demo, the session's otherwise. */
export async function conversationOf(
  options: Options,
  request: FastifyRequest,
  persona: string | undefined,
): Promise<Who> {
  const found = options.personas?.find((one) => one.id === persona);
  if (found !== undefined) return { conversation: toAddress("web", options.bot, found.id) };
  if (options.personas !== undefined) return { refused: "no-persona", status: 404 };
  if (persona !== undefined) return { refused: "persona-refused", status: 400 };
  const token = findCookie(options, request);
  const conversation = token === undefined ? undefined : await options.sessions.find(token);
  return conversation === undefined ? { refused: "no-session", status: 401 } : { conversation };
}
