import { request } from "node:http";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { healthRoutes } from "#src/http/health.ts";
import { createServer } from "#src/http/server.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { startService, type Started } from "#test/support/started.ts";
import { ask, tell } from "#test/support/web-person.ts";

let demo: Started;
beforeAll(async () => {
  demo = await startService();
});
afterAll(() => demo.close());

/** A request with headers that fetch would not send. */
function raw(
  url: string,
  target: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path: target, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("the demo, which has no log-in, answers this machine alone", () => {
  test.each([
    ["a foreign Host", { host: "evil.example" }],
    ["a Host that only begins like ours", { host: "127.0.0.1.evil.example" }],
    ["a foreign Origin", { origin: "https://evil.example" }],
    ["an opaque Origin", { origin: "null" }],
    ["another port's Origin", { origin: "http://127.0.0.1:1" }],
    ["X-Forwarded-For", { "x-forwarded-for": "127.0.0.1" }],
    ["X-Forwarded-Host", { "x-forwarded-host": "127.0.0.1" }],
    ["X-Forwarded-Port", { "x-forwarded-port": "80" }],
    ["Forwarded", { forwarded: "for=127.0.0.1" }],
    ["X-Real-IP", { "x-real-ip": "127.0.0.1" }],
    ["Via", { via: "1.1 proxy" }],
  ])("%s is 403 everywhere", async (_what, headers) => {
    for (const target of ["/", "/api/chat/personas", "/api/health/live", "/metrics", "/nowhere"]) {
      const answer = await raw(demo.url, target, headers);
      expect(answer).toMatchObject({ status: 403 });
      expect(JSON.parse(answer.body)).toMatchObject({ error: "forbidden" });
    }
  });

  test("localhost and its own Origin are at home", async () => {
    const { port } = new URL(demo.url);
    const headers = { host: `LOCALHOST:${port}`, origin: `http://localhost:${port}` };
    expect((await raw(demo.url, "/api/chat/personas", headers)).status).toBe(200);
  });

  test("the page comes with headers that let nothing foreign in and run nothing inline", async () => {
    const { headers, status } = await ask(demo.url, "GET", "/");
    expect(status).toBe(200);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("an address that cannot be read is 400, one that does not exist 404, both in words", async () => {
    expect(await ask(demo.url, "GET", "/api/%zz")).toMatchObject({
      status: 400,
      body: { error: "bad-request" },
    });
    expect(await ask(demo.url, "GET", "/nowhere")).toMatchObject({
      status: 404,
      body: { error: "not-found" },
    });
  });

  test("there is no session to open", async () => {
    expect((await ask(demo.url, "POST", "/api/chat/session", {})).status).toBe(404);
  });

  test("health is 200, the figures are Prometheus text, the pid stands in the folder", async () => {
    expect(await ask(demo.url, "GET", "/api/health/live")).toMatchObject({ status: 200 });
    expect(await ask(demo.url, "GET", "/api/health/ready")).toMatchObject({
      status: 200,
      body: { ready: true },
    });
    const { body, headers } = await ask(demo.url, "GET", "/metrics");
    expect(headers.get("content-type")).toContain("text/plain");
    expect(body["text"]).toMatch(/^lvzhi_inbox_waiting \d+$/mu);
    expect(Number(readFileSync(path.join(demo.folder, "lvzhi.pid"), "utf8"))).toBe(demo.pid);
  });
});

describe("the real service", () => {
  let real: Started;
  beforeAll(async () => {
    real = await startService({ DEMO: "0", FIELD_KEY: "k".repeat(40) });
  });
  afterAll(() => real.close());

  test("has no personas, and nobody may name one", async () => {
    expect((await ask(real.url, "GET", "/api/chat/personas")).status).toBe(404);
    const answer = await ask(real.url, "POST", "/api/chat/session", { persona: "liming" });
    expect(answer).toMatchObject({ status: 400, body: { error: "persona-refused" } });
    expect((await ask(real.url, "GET", "/api/chat/messages?persona=liming")).status).toBe(400);
  });

  test("knows a browser by its cookie, which scripts and other sites do not see", async () => {
    expect((await ask(real.url, "GET", "/api/chat/messages")).status).toBe(401);
    const { status, headers } = await ask(real.url, "POST", "/api/chat/session", {});
    expect(status).toBe(201);
    const cookie = headers.get("set-cookie") ?? "";
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    const [pair = ""] = cookie.split(";");
    expect((await raw(real.url, "/api/chat/messages", { cookie: pair })).status).toBe(200);
    const forged = pair.replace(/=.{3}/u, "=abc");
    expect((await raw(real.url, "/api/chat/messages", { cookie: forged })).status).toBe(401);
    const ended = await ask(real.url, "DELETE", "/api/chat/session");
    expect(ended.status).toBe(204);
    expect(ended.headers.get("set-cookie")).toMatch(/lvzhi=;.*(?:Max-Age=0|Expires=Thu, 01 Jan 1970)/u);
  });

  test("shows its figures to this machine, and to nobody through a proxy on it", async () => {
    expect((await raw(real.url, "/metrics", {})).status).toBe(200);
    expect((await raw(real.url, "/metrics", { "x-forwarded-for": "127.0.0.1" })).status).toBe(401);
  });

  test("ends within five seconds of being asked, although somebody waits for an answer", async () => {
    const waiting = raw(demo.url, "/api/chat/messages?persona=unit-water&waitMs=25000", {}).catch(() => null);
    await tell(demo.url, "liming", "帮助");
    const began = performance.now();
    expect(await demo.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    await waiting;
    await demo.again();
    expect((await ask(demo.url, "GET", "/api/health/live")).status).toBe(200);
  });
});

describe("with a token for the figures, or with the database away", () => {
  test("the token is asked of everybody, and not ready is 503", async () => {
    const server = await createServer({
      host: "127.0.0.1",
      port: 0,
      trustProxy: true,
      localOnly: false,
      isTransient: () => false,
      log: silentLog,
      routes: (app) => {
        const metrics = () => Promise.resolve("up 1\n");
        healthRoutes(app, { isReady: () => Promise.resolve(false), metrics, metricsToken: "t".repeat(20) });
        app.get("/ip", (asked) => ({ ip: asked.ip }));
        return Promise.resolve();
      },
    });
    const url = await server.listen();
    const bearer = (token: string) => raw(url, "/metrics", { authorization: `Bearer ${token}` });
    expect((await raw(url, "/metrics", {})).status).toBe(401);
    expect((await bearer("u".repeat(20))).status).toBe(401);
    expect((await bearer("t".repeat(20))).status).toBe(200);
    expect(await ask(url, "GET", "/api/health/ready")).toMatchObject({ status: 503, body: { ready: false } });
    // What a client wrote into the header before our proxy added to it is not believed.
    const spoofed = await raw(url, "/ip", { "x-forwarded-for": "6.6.6.6, 203.0.113.9" });
    expect(JSON.parse(spoofed.body)).toEqual({ ip: "203.0.113.9" });
    await server.close();
  });
});
