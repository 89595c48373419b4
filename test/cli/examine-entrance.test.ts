import { createServer as createPlain, type RequestListener, type Server } from "node:http";
import { createServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { examineEntrance } from "#src/cli/lvzhi/examine-entrance.ts";
import { readConfig } from "#src/compose/config.ts";
import { OWN_CERTIFICATE } from "#test/support/certificate.ts";

const NOW = new Date("2026-11-26T09:00:00Z");
const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))));
});

const listen = async (server: Server): Promise<number> => {
  open.push(server);
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  return (server.address() as AddressInfo).port;
};
const proxy = (how: ServerOptions = {}): Promise<number> =>
  listen(createServer({ ...OWN_CERTIFICATE, ...how }, (_asked, answer) => answer.end()));

async function look(
  settings: Readonly<Record<string, string>>,
  {
    real = NOW,
    ca = OWN_CERTIFICATE.cert,
    plainPort = 1,
  }: { real?: Date; ca?: string; plainPort?: number } = {},
) {
  const config = readConfig({ DEMO: "0", FIELD_KEY: "k".repeat(32), ...settings });
  const found = await examineEntrance(config, real, { ...(ca !== "" && { ca }), plainPort });
  return Object.fromEntries(found.map(({ what, fine, says }) => [what, `${fine ? "ok" : "WRONG"} ${says}`]));
}

test("a proxy that speaks TLS 1.3 or 1.2 well, with a trusted certificate, on a host of its own, is fine", async () => {
  const port = await proxy({ minVersion: "TLSv1.2", ciphers: "ECDHE-RSA-AES128-GCM-SHA256" });
  expect(await look({ PUBLIC_URL: `https://localhost:${port}` })).toEqual({
    host: "ok localhost is the service's own",
    tls: expect.stringMatching(/^ok TLSv1\.3, a trusted certificate for \d+ days$/u),
    suites: expect.stringMatching(/^ok nothing weaker/u),
    plain: "ok nothing is to be had without TLS",
  });
});

test("a certificate that nobody vouches for, or that ends shortly, is found", async () => {
  const PUBLIC_URL = `https://localhost:${await proxy()}`;
  expect((await look({ PUBLIC_URL }, { ca: "" }))["tls"]).toMatch(/^WRONG .*DEPTH_ZERO_SELF_SIGNED_CERT/u);
  const late = await look({ PUBLIC_URL }, { real: new Date("2126-10-30T00:00:00Z") });
  expect(late["tls"]).toMatch(/^WRONG its certificate ends in \d days: renew it/u);
});

test.each<[string, ServerOptions]>([
  ["TLS 1.0 or 1.1", { minVersion: "TLSv1", ciphers: "DEFAULT:@SECLEVEL=0" }],
  ["suites without forward secrecy", { maxVersion: "TLSv1.2", ciphers: "AES128-GCM-SHA256" }],
  ["suites without authenticated encryption", { maxVersion: "TLSv1.2", ciphers: "ECDHE-RSA-AES128-SHA256" }],
])("a proxy that takes %s is found", async (weak, how) => {
  const found = await look({ PUBLIC_URL: `https://localhost:${await proxy(how)}` });
  expect(found["suites"]).toMatch(/^WRONG/u);
  expect(found["suites"]).toContain(weak);
});

test.each<[string, RequestListener, RegExp]>([
  ["answers without TLS", (_asked, answer) => answer.end(), /^WRONG .*answered without TLS/u],
  [
    "redirects what no person opens",
    (_asked, answer) => answer.writeHead(301, { location: "https://localhost" }).end(),
    /^WRONG .*redirect \/ only/u,
  ],
  ["refuses it", (_asked, answer) => answer.writeHead(403).end(), /^ok/u],
])("a plain port that %s", async (_what, plain, sentence) => {
  const plainPort = await listen(createPlain(plain));
  const found = await look({ PUBLIC_URL: `https://localhost:${await proxy()}` }, { plainPort });
  expect(found["plain"]).toMatch(sentence);
});

test("a host that is shared, an address in clear and a door without a proxy are found", async () => {
  const port = await proxy();
  const shared = await look({ PUBLIC_URL: `https://localhost:${port}/lvzhi/` });
  expect(shared["host"]).toBe(
    "WRONG localhost has the service under /lvzhi/: give it a host name of its own",
  );
  expect((await look({ PUBLIC_URL: "http://lvzhi.example.cn" }))["entrance"]).toMatch(/^WRONG .*use https/u);
  expect((await look({ HOST: "0.0.0.0" }))["entrance"]).toMatch(/^WRONG .*put a proxy with TLS in front/u);
  expect((await look({}))["entrance"]).toMatch(/^ok/u);
});
