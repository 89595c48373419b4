import type { FastifyReply, FastifyRequest } from "fastify";

// __Host-: no other name under the same domain can set it, and it goes over https only (RFC 6265bis).
const NAMES = { plain: "lvzhi", secure: "__Host-lvzhi" } as const;
const OPTIONS = { httpOnly: true, sameSite: "strict", path: "/" } as const;

/** Whether people come over https: seen on the request, or known of the address that they are given. */
type Https = { readonly https?: boolean };

const isSecure = ({ https }: Https, request: FastifyRequest): boolean =>
  https === true || request.protocol === "https";

const nameOf = (options: Https, request: FastifyRequest): string =>
  isSecure(options, request) ? NAMES.secure : NAMES.plain;

/** The session's cookie that came with a request; over https the one alone that nobody else can have planted. */
export const findCookie = (options: Https, request: FastifyRequest): string | undefined =>
  request.cookies[nameOf(options, request)];

/** Gives the browser a session for so many seconds at the most. */
export const giveCookie = (
  options: Https,
  request: FastifyRequest,
  reply: FastifyReply,
  { token, seconds }: { readonly token: string; readonly seconds: number },
): FastifyReply =>
  reply.setCookie(nameOf(options, request), token, {
    ...OPTIONS,
    maxAge: seconds,
    secure: isSecure(options, request),
  });

/** Takes it away again. */
export const takeCookie = (options: Https, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.clearCookie(nameOf(options, request), { ...OPTIONS, secure: isSecure(options, request) });
