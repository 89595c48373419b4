import { isIPv4 } from "node:net";

const OWN_NETWORK = /^(?:localhost|.+\.(?:local|internal|lan|intranet|cn))$/u;
const OWN_ADDRESS = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/u;
const OWN_ADDRESS_6 = /^\[(?:::1|f[cd][\da-f]{2}:.*)\]$/u;

/**
 * True for a host that surely stands in the country or in the house: this machine, a private network, a name under
 * .cn. Of any other nobody can tell from its name where it stands (Data Security Law, article 36).
 */
export function isAtHome(url: string): boolean {
  const host = new URL(url).hostname.toLowerCase();
  return (isIPv4(host) ? OWN_ADDRESS : OWN_NETWORK).test(host) || OWN_ADDRESS_6.test(host);
}
