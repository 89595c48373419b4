import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { toAddress } from "#src/message/address.ts";
import { type HttpMessage, toErrorBody } from "#src/text/http.ts";
import type { Persona } from "./ports.ts";

/** Who may speak outside demo mode: whoever holds a session, made for a guest or bound by a code. */
export type Sessions = {
  /** Signs a new session's key into a cookie value that cannot be forged. */
  readonly sign: (key: string) => string;
  /** The key of a cookie value; undefined where it was not signed here. */
  readonly open: (value: string) => string | undefined;
};

type Options = { readonly bot: string; readonly personas?: readonly Persona[]; readonly sessions: Sessions };

const COOKIE = "lvzhi";
const COOKIE_OPTIONS = { httpOnly: true, sameSite: "strict", path: "/", maxAge: 180 * 24 * 3600 } as const;

/** Sessions outside demo mode: without a code somebody is a guest of this browser. */
export function sessionRoutes(app: FastifyInstance, options: Options): void {
  app.post("/session", (request, reply) => {
    const body = request.body;
    if (options.personas !== undefined) return reply.code(404).send(toErrorBody("not-found"));
    if (typeof body === "object" && body !== null && "persona" in body)
      return reply.code(400).send(toErrorBody("persona-refused"));
    const key = openCookie(options, request) ?? randomBytes(16).toString("base64url");
    const secure = request.protocol === "https";
    return reply
      .setCookie(COOKIE, options.sessions.sign(key), { ...COOKIE_OPTIONS, secure })
      .code(201)
      .send({ guest: true });
  });
  app.delete("/session", (_request, reply) => reply.clearCookie(COOKIE, COOKIE_OPTIONS).code(204).send());
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
