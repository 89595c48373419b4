import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";
import type { Config } from "#src/compose/config.ts";
import { type Finding, fine, wrong } from "./finding.ts";

const TIMEOUT_MS = 5_000;
const DAY_MS = 86_400_000;
const RENEW_DAYS = 14;

/** What may be asked of the way in; `ca` are certificates to trust beside those that Node knows. */
type Ways = { readonly ca?: string; readonly plainPort?: number };

/**
 * Goes the way that people come: through the proxy at PUBLIC_URL, its certificate, protocols and suites, and whether
 * anything of the service is to be had without TLS (ASVS 12.1, 12.2, 4.1.2, 3.5.4).
 */
export async function examineEntrance(config: Config, real: Date, ways: Ways = {}): Promise<Finding[]> {
  const { PUBLIC_URL: url, HOST: host, demo } = config;
  if (demo) return [fine("entrance", "the demo answers this machine only")];
  if (url === undefined)
    return isLoopback(host)
      ? [fine("entrance", "PUBLIC_URL is not set, and nobody comes but from this machine")]
      : [wrong("entrance", `HOST is ${host} without PUBLIC_URL: put a proxy with TLS in front and set it`)];
  const address = new URL(url);
  if (address.protocol !== "https:")
    return isLoopback(address.hostname)
      ? [fine("entrance", "this machine only, without TLS")]
      : [wrong("entrance", `${url} can be read on its way: let the proxy speak TLS, and use https://`)];
  return [
    hostFinding(address),
    await certificateFinding(address, real, ways),
    await protocolFinding(address, ways),
    await plainFinding(address, ways),
  ];
}

const isLoopback = (host: string): boolean => /^(?:127\.[\d.]+|localhost|\[?::1\]?)$/u.test(host);

const hostFinding = ({ pathname, hostname }: URL): Finding =>
  pathname === "/"
    ? fine("host", `${hostname} is the service's own`)
    : wrong("host", `${hostname} has the service under ${pathname}: give it a host name of its own`);

async function certificateFinding(address: URL, real: Date, { ca }: Ways): Promise<Finding> {
  const met = await shake(address, { ...(ca !== undefined && { ca }) });
  if ("failed" in met)
    return wrong(
      "tls",
      `no safe connection to ${address.host} (${met.failed}): see its certificate and proxy`,
    );
  const days = Math.floor((met.validTo.getTime() - real.getTime()) / DAY_MS);
  return days >= RENEW_DAYS
    ? fine("tls", `${met.protocol}, a trusted certificate for ${days} days`)
    : wrong("tls", `its certificate ends in ${days} days: renew it`);
}

// Clients that offer nothing else: whoever lets one in lets a weakened connection in.
const WEAK: readonly (readonly [says: string, how: ConnectionOptions])[] = [
  ["TLS 1.0 or 1.1", { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT:@SECLEVEL=0" }],
  [
    "suites without forward secrecy",
    { minVersion: "TLSv1.2", maxVersion: "TLSv1.2", ciphers: "kRSA:kPSK:@SECLEVEL=0" },
  ],
  [
    "suites without authenticated encryption",
    {
      minVersion: "TLSv1.2",
      maxVersion: "TLSv1.2",
      ciphers: "ALL:!AESGCM:!CHACHA20:!AESCCM:!kRSA:@SECLEVEL=0",
    },
  ],
];

async function protocolFinding(address: URL, { ca }: Ways): Promise<Finding> {
  const tries = WEAK.map(async ([says, how]) => {
    const met = await shake(address, { ...how, ...(ca !== undefined && { ca }) });
    return "failed" in met ? [] : [says];
  });
  const taken = (await Promise.all(tries)).flat();
  return taken.length === 0
    ? fine("suites", "nothing weaker than TLS 1.2 with forward secrecy and authenticated encryption is taken")
    : wrong("suites", `the proxy takes ${taken.join(", ")}: use the intermediate list of Mozilla`);
}

/** Asks the plain port for something that no person opens: a redirect there would hide that it was asked in clear. */
async function plainFinding({ hostname }: URL, { plainPort = 80 }: Ways): Promise<Finding> {
  const asked = `http://${hostname}:${plainPort}/api/health/live`;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const status = await fetch(asked, { redirect: "manual", signal }).then(
    (response) => response.status,
    () => null,
  );
  if (status === null || status >= 400) return fine("plain", "nothing is to be had without TLS");
  return status >= 300
    ? wrong("plain", `${asked} is redirected: let the proxy redirect / only`)
    : wrong("plain", `${asked} is answered without TLS: close that port, or let it redirect / only`);
}

type Met = { readonly protocol: string; readonly validTo: Date } | { readonly failed: string };

const shake = ({ hostname, port }: URL, how: ConnectionOptions): Promise<Met> =>
  new Promise((resolve) => {
    const host = hostname.replaceAll(/[[\]]/gu, "");
    const name = /^[\d.:]+$/u.test(host) ? {} : { servername: host };
    const socket = connect({ host, port: port === "" ? 443 : Number(port), ...name, ...how });
    const end = (met: Met): void => {
      socket.destroy();
      resolve(met);
    };
    socket.setTimeout(TIMEOUT_MS, () => end({ failed: "ETIMEDOUT" }));
    socket.once("error", (error: NodeJS.ErrnoException) => end({ failed: error.code ?? "no TLS" }));
    socket.once("secureConnect", () => end(metBy(socket)));
  });

const metBy = (socket: TLSSocket): Met => ({
  protocol: socket.getProtocol() ?? "TLS",
  validTo: new Date(socket.getPeerCertificate().valid_to),
});
