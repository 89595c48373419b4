import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";

// A deputy who is known, with a session by code, tries at the real server what is not hers.
let city: City;
let house: SessionHouse;
let wang: string;
let clerk: string;
beforeAll(async () => {
  city = await openCity();
  house = await openSessionHouse(city);
  [wang, clerk] = [await house.enter("王芳"), await house.enter("刘敏")];
});
afterAll(async () => {
  await house.close();
  await city.close();
});

type Headers = Readonly<Record<string, string>>;
const post = (target: string, body: unknown, cookie = wang, headers: Headers = {}): Promise<Response> =>
  fetch(`${house.url}/api/chat${target}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const say = async (more: object, cookie = wang): Promise<number> =>
  (await post("/messages", { id: randomUUID(), ...more }, cookie)).status;
const records = async (): Promise<number> =>
  (await city.database.db.execute(sql`select 1 from duty_records`)).length;
const toldLast = () => city.wire.sent.at(-1);

describe("what is another person's", () => {
  test("a button of somebody else's card, with its true id, does nothing and says what an invented one says", async () => {
    const li = city.person("李明");
    const [card] = await li.says("昨天走访黄连村12户");
    const [{ id: yes, label } = { id: "", label: "" }] = card?.choices ?? [];
    expect(label).toMatch(/^对/u);
    const before = await records();
    const tried = [yes, "AAAAAAAAAAAAAAAA", "1", "../../1", "'; drop table choices; --"];
    for (const choice of tried) expect(await say({ choice })).toBe(202);
    const stale = () => city.wire.sent.filter((one) => one.kind === "help.stale").map((one) => one.text);
    await eventually(() => expect(stale()).toHaveLength(tried.length));
    expect(new Set(stale()).size).toBe(1);
    expect(await records()).toBe(before);
    await li.tapsId(yes);
    expect(await records()).toBe(before + 1);
  });

  test("a file of somebody else's cannot be seen nor sent, and reads like one that never was", async () => {
    await city.person("李明").shows(1);
    const [row] = await city.database.db.execute<{ id: string }>(sql`select id from attachments limit 1`);
    const look = async (id: string, cookie: string) => {
      const answer = await fetch(`${house.url}/api/chat/files/${id}`, { headers: { cookie } });
      return `${answer.status} ${await answer.text()}`;
    };
    const nowhere = await look("A".repeat(22), wang);
    for (const id of [row?.id ?? "", "%00", "1", "..%2f1"])
      for (const cookie of [wang, clerk, ""]) expect(await look(id, cookie)).toBe(nowhere);
    expect(nowhere.startsWith("404")).toBe(true);
    for (const id of [row?.id ?? "", "\u0000", "__proto__"])
      expect(await say({ text: "看", attachments: [id] })).toBe(404);
  });

  test("numbers in order tell nothing: all but one's own read like none", async () => {
    const ask = async (line: string) => {
      const sent = city.wire.sent.length;
      await say({ text: line });
      await eventually(() => expect(city.wire.sent.length).toBeGreaterThan(sent));
      return toldLast()?.text.replaceAll(/\d+/gu, "0");
    };
    for (const word of ["记录", "撤销"]) {
      const none = await ask(`${word} 履-2026-09999`);
      for (let n = 1; n < 6; n += 1) {
        const number = `履-2026-${String(n).padStart(5, "0")}`;
        const [mine] = await city.database.db.execute(sql`select 1 from duty_records r
          join people p on p.id = r.person_id where p.name = '王芳' and r.number = ${number}`);
        if (mine === undefined) expect(await ask(`${word} ${number}`)).toBe(none);
      }
    }
  });
});

describe("bodies made to break something", () => {
  test.each([
    `{"__proto__":{"admin":true},"id":"a","text":"帮助"}`,
    `{"constructor":{"prototype":{"admin":true}},"id":"a","text":"帮助"}`,
    `{"id":{"toString":"x"},"text":"帮助"}`,
    `{"id":["a"],"text":"帮助"}`,
    `{"id":"a","text":{"length":1}}`,
    `{"id":"a","text":null}`,
    `{"id":"a","choice":{"$ne":""}}`,
    `{"id":"a","text":"看","attachments":{"length":1,"0":"x"}}`,
    `[[[[[]]]]]`,
    `"帮助"`,
    `null`,
    "[".repeat(60_000),
    `{"id":"a","text":"帮助"`,
    "\u0000",
  ])("%s is refused, and nothing is changed by it", async (body) => {
    const answer = await post("/messages", body);
    expect(answer.status).toBe(400);
    expect(Reflect.get({}, "admin")).toBeUndefined();
    expect(await answer.text()).not.toMatch(/ at |node_modules|SyntaxError|select /u);
  });

  test("a field that nobody asked for changes nothing: the message is the session's own", async () => {
    const more = {
      conversation: "web:demo:liming",
      sender: "web:demo:liming",
      channel: "telegram",
      bot: "x",
    };
    const sent = city.wire.sent.length;
    expect(await say({ text: "我的履职", ...more, sentAt: "1990-01-01T00:00:00Z", personId: 1 })).toBe(202);
    await eventually(() => expect(city.wire.sent.length).toBeGreaterThan(sent));
    const [row] = await city.database.db.execute<{ name: string; fresh: boolean }>(sql`
      select p.name, i.sent_at > '2026-01-01' fresh from inbox i join accounts a on a.sender = i.sender
        join people p on p.id = a.person_id order by i.id desc limit 1`);
    expect(row).toEqual({ name: "王芳", fresh: true });
  });
});

describe("forms made to fill the memory", () => {
  const upload = async (form: FormData, cookie: string): Promise<number> => {
    const answer = await fetch(`${house.url}/api/chat/files`, {
      method: "POST",
      headers: { cookie },
      body: form,
    });
    return answer.status;
  };
  const picture = new Blob([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]);

  test("who is not known is refused before a byte of the file is read", async () => {
    const form = new FormData();
    form.append("file", new Blob([Buffer.alloc(64 * 1024, 1)]), "a.png");
    expect(await upload(form, "")).toBe(401);
    expect(await upload(form, "lvzhi=forged")).toBe(401);
  });

  test("a thousand words beside the file, or many files, are cut off", async () => {
    const form = new FormData();
    for (let at = 0; at < 1_000; at += 1) form.append(`word${at}`, "x".repeat(2_000));
    form.append("file", picture, "a.png");
    expect(await upload(form, wang)).toBe(413);
    const files = new FormData();
    for (let at = 0; at < 3; at += 1) files.append("file", picture, `${at}.png`);
    expect(await upload(files, wang)).toBe(413);
  });
});

describe("what is tried is seen by the operator", () => {
  test("who is not known and what is not allowed stands in the log, without a word of it", async () => {
    await fetch(`${house.url}/api/chat/messages`, { headers: { cookie: "lvzhi=forged" } });
    await post("/messages", { id: "x", text: "我的" }, wang, { origin: "https://evil.example" });
    await post("/session", { code: "AAAAA-AAAAA" }, "");
    const refused = house.logged.filter((one) => one.event === "http.refused");
    expect(refused).toContainEqual({ event: "http.refused", status: 401, route: "/api/chat/messages" });
    expect(refused).toContainEqual({ event: "http.refused", status: 403, route: "/api/chat/messages" });
    expect(refused).toContainEqual({ event: "http.refused", status: 401, route: "/api/chat/session" });
    expect(JSON.stringify(house.logged)).not.toMatch(/forged|AAAAA|evil/u);
  });

  test("an address that somebody writes into a header opens no further sessions", async () => {
    const open = async (at: number): Promise<number> =>
      (await post("/session", {}, "", { "x-forwarded-for": `203.0.${at}.1`, "x-real-ip": `203.0.${at}.1` }))
        .status;
    const answers = await Promise.all(Array.from({ length: 70 }, (_, at) => open(at)));
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0);
  });
});
