import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startService, type Started } from "#test/support/started.ts";
import { ask, read, tell } from "#test/support/web-person.ts";

let house: Started;
beforeAll(async () => {
  house = await startService();
});
afterAll(() => house.close());

const post = (body: unknown) => ask(house.url, "POST", "/api/chat/messages", body);

describe("who there is", () => {
  test("the demo offers ten deputies, two clerks, one officer, one director, two units, a resident, a stranger", async () => {
    const { body } = await ask(house.url, "GET", "/api/chat/personas");
    const personas = Object.values(body) as { id: string; name: string; role: string; org: string }[];
    const roles = Map.groupBy(personas, (one) => one.role);
    expect([...roles].map(([role, people]) => [role, people.length])).toEqual([
      ["deputy", 10],
      ["township_clerk", 2],
      ["office", 1],
      ["director", 1],
      ["unit", 2],
      ["resident", 1],
      ["stranger", 1],
    ]);
    for (const one of personas) expect(Object.keys(one).sort()).toEqual(["id", "name", "org", "role"]);
  });

  test("nobody can be spoken for who is not in the cast", async () => {
    expect((await post({ persona: "nobody", id: "1", text: "你好" })).status).toBe(404);
    expect((await post({ id: "1", text: "你好" })).status).toBe(404);
    expect((await ask(house.url, "GET", "/api/chat/messages?persona=nobody")).status).toBe(404);
  });
});

describe("saying something", () => {
  test("is 202 once stored, and the same id again is a duplicate, whatever it says then", async () => {
    const first = await post({ persona: "luowenjun", id: "one", text: "帮助" });
    expect(first).toMatchObject({ status: 202, body: { accepted: true, duplicate: false } });
    const second = await post({ persona: "luowenjun", id: "one", text: "别的话" });
    expect(second).toMatchObject({ status: 202, body: { accepted: true, duplicate: true } });
    await read(house.url, "luowenjun", 0, 10_000);
    await sleep(300);
    const answers = (await read(house.url, "luowenjun")).filter((one) => one.kind === "help.menu");
    expect(answers).toHaveLength(1);
  });

  test("twice at the very same moment is still once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post({ persona: "weiguoliang", id: "same", text: "帮助" })),
    );
    expect(answers.filter((one) => one.body["duplicate"] === false)).toHaveLength(1);
    expect(await read(house.url, "weiguoliang", 0, 10_000)).toHaveLength(1);
  });

  test("the same id of another persona is another message", async () => {
    await post({ persona: "wangfang", id: "shared", text: "帮助" });
    const { body } = await post({ persona: "chenjianguo", id: "shared", text: "帮助" });
    expect(body).toEqual({ accepted: true, duplicate: false });
  });

  test.each([
    ["no body", ""],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["no id", { text: "你好" }],
    ["an empty id", { id: "", text: "你好" }],
    ["a number for an id", { id: 7, text: "你好" }],
    ["an id of 129 letters", { id: "x".repeat(129), text: "你好" }],
    ["neither words nor choice", { id: "2" }],
    ["a number for words", { id: "2", text: 5 }],
    ["null for words", { id: "2", text: null }],
    ["a list for a choice", { id: "2", choice: [] }],
    ["files with a tap", { id: "2", choice: "x", attachments: ["y"] }],
    ["files that are no list", { id: "2", text: "你好", attachments: "y" }],
    ["ten files", { id: "2", text: "你好", attachments: Array.from({ length: 10 }, String) }],
    ["a time without a zone", { id: "2", text: "你好", sentAt: "2026-09-16T09:00:00" }],
    ["31 February", { id: "2", text: "你好", sentAt: "2026-02-31T09:00:00+08:00" }],
    ["the year 0", { id: "2", text: "你好", sentAt: "0000-01-01T09:00:00Z" }],
  ])("with %s is 400, in Chinese and English", async (_what, body) => {
    const sent = typeof body === "string" ? body : { persona: "liming", ...body };
    const answer = await post(sent);
    expect(answer.status).toBe(400);
    expect(answer.body["message"]).toMatch(/[\u4e00-\u9fff]/u);
    expect(answer.body["detail"]).toMatch(/[a-z]{3}/iu);
  });

  test("with a time of one's own, at the edge of a day and of a zone, is taken", async () => {
    for (const sentAt of [
      "2026-01-01T00:30:00+08:00",
      "2024-02-29T23:59:59.999Z",
      "2026-03-01T00:00:00-0500",
    ])
      expect((await post({ persona: "liming", id: randomUUID(), text: "帮助", sentAt })).status).toBe(202);
  });

  test("over 64 KiB is 413, up to it is taken", async () => {
    const sized = (bytes: number) => {
      const frame = JSON.stringify({ persona: "zhangwei", id: `size-${bytes}`, text: "" }).length;
      return { persona: "zhangwei", id: `size-${bytes}`, text: "x".repeat(bytes - frame) };
    };
    expect((await post(sized(65_536))).status).toBe(202);
    expect(await post(sized(65_537))).toMatchObject({ status: 413, body: { error: "too-large" } });
    expect((await post({ id: "big", text: "长".repeat(400_000) })).status).toBe(413);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/xml"])(
    "as %s is refused in words",
    async (type) => {
      const response = await fetch(`${house.url}/api/chat/messages`, {
        method: "POST",
        headers: { "content-type": type },
        body: '{"persona":"liming","id":"x","text":"帮助"}',
      });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ error: "json-only" });
    },
  );

  test("with NUL and half characters keeps the rest and marks the holes", async () => {
    const body =
      '{"persona":"mengxiaolan","id":"holes\\u0000\\ud800","text":"昨天走访\\u0000\\ud83d黄连村12户"}';
    expect((await post(body)).status).toBe(202);
    expect(await post(body)).toMatchObject({ body: { duplicate: true } });
    expect(await read(house.url, "mengxiaolan", 0, 10_000)).toHaveLength(1);
  });

  test.each([
    ["unknown", () => "no-such-choice"],
    ["endless", () => "x".repeat(5_000)],
    ["empty", () => ""],
    ["holey", () => "\u0000\ud800"],
  ])("an %s choice is 202 and gets an answer", async (_what, choice) => {
    const after = (await read(house.url, "zhouzhiqiang")).at(-1)?.seq ?? 0;
    const { status } = await post({ persona: "zhouzhiqiang", id: randomUUID(), choice: choice() });
    expect(status).toBe(202);
    const [answer] = await read(house.url, "zhouzhiqiang", after, 10_000);
    expect(answer?.kind).toBe("help.stale");
  });
});

describe("hearing the answer", () => {
  test("each is numbered on from 1, and what was read once reads the same again", async () => {
    for (const text of ["帮助", "昨天走访黄连村12户", "1", "撤销"]) await tell(house.url, "wuhongmei", text);
    const all = await read(house.url, "wuhongmei");
    expect(all.map((one) => one.seq)).toEqual(all.map((_one, index) => index + 1));
    expect(await read(house.url, "wuhongmei")).toEqual(all);
    expect(await read(house.url, "wuhongmei", 2)).toEqual(all.slice(2));
    for (const one of all) {
      expect(one).toMatchObject({ kind: expect.stringMatching(/^[a-z]+\.[a-z-]+$/u) });
      expect(new Date(one.at).toISOString()).toBe(one.at);
    }
    expect(all.find((one) => one.kind === "help.menu")?.reusable).toBe(true);
    expect(all.find((one) => one.kind === "report.filed")?.number).toMatch(/^履-\d{4}-\d{5}$/u);
  });

  test("waitMs=0 answers at once, a wait ends when its time is up, and a foreign answer does not end it", async () => {
    const quiet = 1_000_000;
    const began = performance.now();
    expect(await read(house.url, "director", quiet)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(500);
    const waiting = read(house.url, "director", quiet, 1_500);
    await tell(house.url, "officer", "帮助");
    expect(await waiting).toEqual([]);
    expect(performance.now() - began).toBeGreaterThan(1_450);
  });

  test("a hundred who wait are each told at once, and only of their own", async () => {
    const after = (await read(house.url, "liming")).at(-1)?.seq ?? 0;
    const waiting = Array.from({ length: 100 }, () => read(house.url, "liming", after, 20_000));
    await sleep(300);
    const began = performance.now();
    await post({ persona: "liming", id: randomUUID(), text: "帮助" });
    const heard = await Promise.all(waiting);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(new Set(heard.map((one) => one[0]?.seq)).size).toBe(1);
  });

  test.each(["after=-1", "after=x", "waitMs=soon", "after=1&after=2"])("%s is 400", async (query) => {
    const { status } = await ask(house.url, "GET", `/api/chat/messages?persona=liming&${query}`);
    expect(status).toBe(400);
  });

  test("all replies to one message are there within 500 ms of the first", async () => {
    const [first] = await tell(house.url, "stranger", "黄连村二组路灯坏了三天");
    await sleep(500);
    const all = await read(house.url, "stranger", (first?.seq ?? 1) - 1);
    await sleep(1_000);
    expect(await read(house.url, "stranger", (first?.seq ?? 1) - 1)).toEqual(all);
  });
});
