import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Address, toAddress } from "#src/message/address.ts";
import { type HttpMessage, toErrorBody } from "#src/text/http.ts";
import type { Persona } from "./ports.ts";

/** Who may speak outside demo mode: whoever holds a session, made for a guest or bound by a code. */
export type Sessions = {
  /** Signs a new session's key into a cookie value that cannot be forged. */
  readonly sign: (key: string) => string;
  /** The key of a cookie value; undefined where it was not signed here. */
  readonly open: (value: string) => string | undefined;
  /** Binds a new session to the person a one-time code was made for: whose it is, or undefined where it is no good. */
  readonly bind: (wish: {
    readonly conversation: Address;
    readonly code: string;
    readonly ip: string;
  }) => Promise<{ readonly name: string } | undefined>;
};

type Options = { readonly bot: string; readonly personas?: readonly Persona[]; readonly sessions: Sessions };

const COOKIE = "lvzhi";
const COOKIE_OPTIONS = { httpOnly: true, sameSite: "strict", path: "/", maxAge: 180 * 24 * 3600 } as const;

/** Sessions outside demo mode: without a code somebody is a guest of this browser. */
export function sessionRoutes(app: FastifyInstance, options: Options): void {
  app.post("/session", async (request, reply) => {
    if (options.personas !== undefined) return reply.code(404).send(toErrorBody("not-found"));
    const code = parseCode(request.body);
    if (typeof code === "object") return reply.code(400).send(toErrorBody(code.refused));
    const session = code === undefined ? guest(options, request) : await member(options, request, code);
    if (session === undefined) return reply.code(401).send(toErrorBody("bad-code"));
    const { key, ...answer } = session;
    const secure = request.protocol === "https";
    return reply
      .setCookie(COOKIE, options.sessions.sign(key), { ...COOKIE_OPTIONS, secure })
      .code(201)
      .send(answer);
  });
  app.delete("/session", (_request, reply) => reply.clearCookie(COOKIE, COOKIE_OPTIONS).code(204).send());
}

// A code in the body, undefined where there is none; an empty body is a guest's.
function parseCode(body: unknown): string | undefined | { refused: HttpMessage } {
  if (typeof body !== "object" || body === null) return undefined;
  if ("persona" in body) return { refused: "persona-refused" };
  if (!("code" in body) || body.code === undefined) return undefined;
  return typeof body.code === "string" ? body.code.slice(0, 64) : { refused: "bad-request" };
}

const newKey = (): string => randomBytes(16).toString("base64url");

type Session = { readonly key: string; readonly guest: boolean; readonly name?: string };

const guest = (options: Options, request: FastifyRequest): Session => ({
  key: openCookie(options, request) ?? newKey(),
  guest: true,
});

// A member's session is always a new one: a cookie that somebody planted before is worth nothing.
async function member(options: Options, request: FastifyRequest, code: string): Promise<Session | undefined> {
  const key = newKey();
  const conversation = toAddress("web", options.bot, key);
  const bound = await options.sessions.bind({ conversation, code, ip: request.ip });
  return bound === undefined ? undefined : { key, guest: false, name: bound.name };
}

type Who =
  | { readonly key: string; readonly conversation: string }
  | { readonly refused: HttpMessage; readonly status: number };

/** Which conversation a request belongs to: a persona's in the demo, the session's otherwise. */
export function conversationOf(options: Options, request: FastifyRequest, persona: string | undefined): Who {
  const found = options.personas?.find((one) => one.id === persona);
  if (found !== undefined) return { key: found.id, conversation: toAddress("web", options.bot, found.id) };
  if (options.personas !== undefined) return { refused: "no-persona", status: 404 };
  if (persona !== undefined) return { refused: "persona-refused", status: 400 };
  const key = openCookie(options, request);
  if (key === undefined) return { refused: "no-session", status: 401 };
  return { key, conversation: toAddress("web", options.bot, key) };
}

function openCookie(options: Options, request: FastifyRequest): string | undefined {
  const value = request.cookies[COOKIE];
  return value === undefined ? undefined : options.sessions.open(value);
}
