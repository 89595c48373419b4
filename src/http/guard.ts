import type { IncomingHttpHeaders } from "node:http";

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u;
const FORWARDING = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "via",
];

/**
 * True for a request that a browser on this machine made to this machine by its own name: no other Host (DNS
 * rebinding), no proxy in between, no page of another origin.
 */
export function isLocal(headers: IncomingHttpHeaders): boolean {
  const { host, origin } = headers;
  if (host === undefined || !LOCAL_HOST.test(host)) return false;
  if (FORWARDING.some((name) => headers[name] !== undefined)) return false;
  return origin === undefined || origin === `http://${host}`;
}
