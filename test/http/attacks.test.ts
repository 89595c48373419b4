import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";
import { startService, type Started } from "#test/support/started.ts";

// Somebody with a session of his own, or with none, tries what he should not: at the real server and at the demo.
let city: City;
let real: SessionHouse;
let demo: Started;
let wang: string;
beforeAll(async () => {
  city = await openCity();
  [real, demo] = await Promise.all([openSessionHouse(city), startService()]);
  wang = await real.enter("王芳");
});
afterAll(async () => {
  await Promise.all([real.close(), demo.close()]);
  await city.close();
});

type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};
type Got = {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
};

/** A request exactly as written: no client tidies path or headers. */
function send(url: string, target: string, { method = "GET", headers = {}, body }: Sent = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path: target, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const { statusCode: status = 0, headers: got } = response;
        resolve({ status, body: Buffer.concat(parts).toString("utf8"), headers: got });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const JSON_TYPE = { "content-type": "application/json" };
const post = (target: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Got> =>
  send(real.url, target, {
    method: "POST",
    headers: { ...JSON_TYPE, cookie: wang, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const say = (more: object, headers = {}) =>
  post("/api/chat/messages", { id: randomUUID(), ...more }, headers);
const stored = async (): Promise<number> => (await city.database.db.execute(sql`select 1 from inbox`)).length;

describe("paths that lead out of the house", () => {
  test.each([
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/.git/config",
    "/src/main.ts",
    "/docs/",
    "/api/chat/files/..%2f..%2f..%2fetc%2fpasswd",
    "/api/chat/files/%00",
    "/api/chat/files/__proto__",
    "/api/chat/",
    "//etc/passwd",
    "/policy/wudang.yaml",
  ])("%s is nothing, at both servers", async (target) => {
    for (const [url, cookie] of [
      [real.url, wang],
      [demo.url, ""],
    ] as const) {
      const answer = await send(url, target, { headers: { cookie } });
      expect([400, 404]).toContain(answer.status);
      expect(answer.body).not.toMatch(/root:|"name": "lvzhi"|import |repositoryformat/u);
    }
  });

  test.each(["TRACE", "PUT", "PATCH", "PROPFIND"])("%s does nothing and echoes nothing", async (method) => {
    for (const { url } of [real, demo]) {
      const answer = await send(url, "/api/chat/messages", { method, headers: { "x-echo": "mirror" } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain("mirror");
    }
  });
});

test("a request whose end two readers could see in two places is refused", async () => {
  const { hostname, port } = new URL(real.url);
  const lines = ["POST /api/chat/session HTTP/1.1", `host: ${hostname}`, "content-length: 4"];
  const text = [...lines, "transfer-encoding: chunked", "", "0", "", "GET /smuggled HTTP/1.1", "", ""].join(
    "\r\n",
  );
  const answer = await new Promise<string>((resolve, reject) => {
    let got = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (part: Buffer) => (got += part.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => resolve(got));
  });
  expect(answer.match(/HTTP\/1\.1/gu)).toHaveLength(1);
  expect(answer).toMatch(/^HTTP\/1\.1 400/u);
});

describe("a page of another origin, in the browser of somebody who has a session", () => {
  const FOREIGN: readonly Readonly<Record<string, string>>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  test.each(FOREIGN)("%j can say nothing, upload nothing, end nothing and enter nobody", async (from) => {
    const before = await stored();
    expect((await say({ text: "撤销" }, from)).status).toBe(403);
    const form = ["--x", 'content-disposition: form-data; name="persona"', "", "liming", "--x--", ""].join(
      "\r\n",
    );
    const headers = { ...from, cookie: wang, "content-type": "multipart/form-data; boundary=x" };
    for (const { url } of [real, demo]) {
      const upload = await send(url, "/api/chat/files", { method: "POST", headers, body: form });
      expect(upload.status).toBe(403);
    }
    expect((await send(real.url, "/api/chat/session", { method: "DELETE", headers })).status).toBe(403);
    expect((await post("/api/chat/session", { code: "x" }, from)).status).toBe(403);
    expect(await stored()).toBe(before);
    expect((await send(real.url, "/api/chat/messages", { headers: { cookie: wang } })).status).toBe(200);
  });

  test("the page's own requests, and those of old browsers that name its Origin, are heard", async () => {
    const { host } = new URL(real.url);
    const own = [{ "sec-fetch-site": "same-origin" }, { origin: `http://${host}` }, {}];
    for (const from of own) expect((await say({ text: "帮助" }, from)).status).toBe(202);
  });

  test("no answer invites another origin, and none may be framed or kept", async () => {
    const headers = { origin: "https://evil.example", cookie: wang };
    const answer = await send(real.url, "/api/chat/messages", { headers });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers["content-security-policy"]).toContain("object-src 'none'");
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
    expect(answer.headers["strict-transport-security"]).toMatch(/max-age=31536000; includeSubDomains/u);
  });
});

describe("forged cookies", () => {
  const other = async (): Promise<string> => real.enter("陈建国");
  test("nothing opens a session but a cookie that was given", async () => {
    const given = await other();
    const forged = [
      "lvzhi=",
      "lvzhi=1",
      `lvzhi=${"a".repeat(43)}`,
      given.slice(0, -1),
      `${given}x`,
      given.toUpperCase(),
      `lvzhi=%00${given.slice(6)}`,
      "__proto__=1; constructor=2",
      `lvzhi=' or 1=1 --`,
      `lvzhi=${"a".repeat(8_000)}`,
    ];
    for (const cookie of forged)
      expect((await send(real.url, "/api/chat/messages", { headers: { cookie } })).status).toBe(401);
    expect((await send(real.url, "/api/chat/messages", { headers: { cookie: given } })).status).toBe(200);
  });

  test("a persona is a way in nowhere but in the demo", async () => {
    expect((await say({ text: "帮助", persona: "officer" })).status).toBe(400);
    expect((await send(real.url, "/api/chat/messages?persona=officer")).status).toBe(400);
  });
});
