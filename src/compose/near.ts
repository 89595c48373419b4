import { isAtHome } from "#src/model/host.ts";

/** True for this machine, a private network and names that only such a network knows: what is sent there stays inside. */
export function isNear(url: string): boolean {
  const host = new URL(url).hostname.toLowerCase();
  return (isAtHome(url) && !host.endsWith(".cn")) || !/[.:]/u.test(host);
}
