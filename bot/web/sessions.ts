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
  /** Opens a session of the person a one-time code was made for, or nothing where the code is no good. */
  readonly bind: (wish: {
    readonly code: string;
    readonly ip: string;
  }) => Promise<{ readonly token: string; readonly name: string } | undefined>;
  /** The conversation that a cookie opens; nothing where its session ended or never was. */
  readonly find: (token: string) => Promise<Address | undefined>;
  /** Ends a session: nobody who holds a copy of the cookie gets in any more. */
  readonly end: (token: string) => Promise<void>;
};

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
    const code = parseCode(request.body);
    if (typeof code === "object") return reply.code(400).send(toErrorBody(code.refused));
    const session = code === undefined ? await guest(options, request) : await member(options, request, code);
    if (session === undefined)
      return code === undefined
        ? reply.code(429).header("retry-after", "300").send(toErrorBody("too-many-guests"))
        : reply.code(401).send(toErrorBody("bad-code"));
    const { token, ...answer } = session;
    const cookie = { token, seconds: sessions.longestSeconds };
    return giveCookie(options, request, reply, cookie).code(201).send(answer);
  });
  app.delete("/session", async (request, reply) => {
    const token = findCookie(options, request);
    if (personas === undefined && token !== undefined) await sessions.end(token);
    const cleared = reply.header("clear-site-data", '"cache"').code(204);
    return takeCookie(options, request, cleared).send();
  });
}

// A code in the body, undefined where there is none; an empty body is a guest's.
function parseCode(body: unknown): string | undefined | { refused: HttpMessage } {
  if (typeof body !== "object" || body === null) return undefined;
  if ("persona" in body) return { refused: "persona-refused" };
  if (!("code" in body) || body.code === undefined) return undefined;
  return typeof body.code === "string" ? body.code.slice(0, 64) : { refused: "bad-request" };
}

type Session = { readonly token: string; readonly guest: boolean; readonly name?: string };

// Whoever has a session keeps it: a page that was opened twice is still one conversation.
async function guest(options: Options, request: FastifyRequest): Promise<Session | undefined> {
  const { sessions } = options;
  const held = findCookie(options, request);
  const isOpen = held !== undefined && (await sessions.find(held)) !== undefined;
  const token = isOpen ? held : await sessions.open(request.ip);
  return token === undefined ? undefined : { token, guest: true };
}

// A member's session is always a new one: a cookie that somebody planted before is worth nothing. The one that this
// browser had ends, since nobody can read there any more.
async function member(options: Options, request: FastifyRequest, code: string): Promise<Session | undefined> {
  const { sessions } = options;
  const bound = await sessions.bind({ code, ip: request.ip });
  if (bound === undefined) return undefined;
  const held = findCookie(options, request);
  if (held !== undefined) await sessions.end(held);
  return { token: bound.token, guest: false, name: bound.name };
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
