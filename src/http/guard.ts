import type { IncomingHttpHeaders } from "node:http";

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/iu;
const FORWARDING =
  /^(?:x-forwarded(?:-.*)?|forwarded|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|via)$/u;

/** True for a request that no proxy says to have passed on. */
export const isDirect = (headers: IncomingHttpHeaders): boolean =>
  !Object.keys(headers).some((name) => FORWARDING.test(name));

/** True for the addresses by which a machine speaks to itself. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:::ffff:)?127\.|^::1$/u.test(address);

const HARMLESS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True for a request that changes nothing, and for one that no page of another origin made (forged requests): modern
 * browsers say where a request comes from, others name the page's Origin, and networks and tools say neither.
 */
export function isOfOwnPage(
  method: string,
  headers: IncomingHttpHeaders,
  publicUrl: string | undefined,
): boolean {
  if (HARMLESS.has(method)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { host, origin } = headers;
  if (origin === undefined) return true;
  const own = [host, ...(publicUrl === undefined ? [] : [new URL(publicUrl).host])];
  return URL.canParse(origin) && own.includes(new URL(origin).host);
}

/**
 * True for a request that a browser on this machine made to this machine by its own name: no other Host (DNS
 * rebinding), no proxy in between, no page of another origin.
 */
export function isLocal(headers: IncomingHttpHeaders): boolean {
  const { host, origin } = headers;
  if (host === undefined || !LOCAL_HOST.test(host) || !isDirect(headers)) return false;
  return origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
}
