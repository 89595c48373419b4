import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticator } from "#test/support/authenticator.ts";
import { type CanaryHouse, openCanaryHouse } from "#test/support/canary-house.ts";
import { base32ToHex } from "#test/support/base32.ts";
import { findCanaries } from "#test/support/find-canaries.ts";
import { rosterFile } from "#test/support/roster-file.ts";
import { telegramPerson } from "#test/support/telegram/person.ts";

// The whole program as it is run, at its most talkative, with values that must never leave it by the side: it is
// spoken to, fed rubbish, and made to fail in the middle of its statements. Then everything it wrote is searched.

const PHONE = "13912345678";
const IDENTITY = "52011219900307451X";
const DEPUTY = "欧阳锦绣";
const RESIDENT = "司徒望舒";
const WORDS = "云雀计划丙七号";
const secrets = {
  FIELD_KEY: "the canary among the field keys of this world",
  METRICS_TOKEN: "the canary among the tokens",
};
/** Commands whose output is to name people: what is asked for. Their errors are searched like everything else. */
const CODES = "invite";
const CHANGES = "import-roster of changes";
/** A number as somebody types it who looks at another app: it is no number of his, and nobody's business. */
const TYPO = "90718253";
const people = {
  phone: PHONE,
  identity: IDENTITY,
  deputy: DEPUTY,
  resident: RESIDENT,
  words: WORDS,
  typo: TYPO,
};
const canaries: Record<string, string> = { ...people, ...secrets };

type Wish = { readonly secret: string; readonly address: string };

let house: CanaryHouse;
/** What lies in the tables and in a backup, as it lies there. */
const kept: Record<string, string> = {};
beforeAll(async () => {
  house = await openCanaryHouse(secrets);
  canaries["botToken"] = house.telegram.token;
}, 60_000);
afterAll(() => house.forget());

async function writeRoster(file: string, who: string): Promise<string> {
  const where = path.join(house.folder, file);
  const [group, township] = ["羊昌镇代表小组", "羊昌镇"];
  const from = new Date("2021-12-20T00:00:00Z");
  const seat = { level: "区", term: "十八届", group, township, from, status: "在任" };
  const roster = await rosterFile({
    orgs: [
      { name: township, kind: "镇街" },
      { name: group, kind: "代表小组", parent: township },
    ],
    mandates: [{ name: who, ...seat }],
  });
  writeFileSync(where, roster);
  return where;
}

test("a deputy is invited, comes in and works; a stranger brings an opinion", async () => {
  await house.operator("import-roster", "import-roster", await writeRoster("roster.xlsx", DEPUTY));
  const invitation = await house.operator(CODES, "invite", DEPUTY);
  const [, typed = "", link = ""] = /(\w{5}-\w{5})\t\S+#code=(\S+)/u.exec(invitation) ?? [];
  Object.assign(canaries, { typed, bare: typed.replace("-", ""), link });
  const entered = await house.request("POST", "/session", { code: link });
  house.cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  canaries["cookie"] = house.cookie.replace("lvzhi=", "");
  expect(
    await house.say(`昨天走访黄连村12户,${RESIDENT}电话${PHONE}反映二组路灯坏了,说是${WORDS}`, "12户"),
  ).toContain("12户");
  expect(await house.say("对", "履-")).toContain("履-");
  for (const text of ["我的数据", `反馈 ${WORDS}`, IDENTITY, `请假 ${WORDS}`, typed]) await house.say(text);
  const stranger = telegramPerson(house.telegram, 4242);
  stranger.says(`${RESIDENT}说${WORDS},电话${PHONE}`);
  stranger.sends({ dice: { emoji: "🎲", value: 6 } });
  stranger.says(link);
  await sleep(500);
}, 90_000);

test("she asks for a second factor, sets it up at her next entrance, and mistypes its number", async () => {
  await house.say("双重验证");
  const invitation = await house.operator(CODES, "invite", DEPUTY);
  const [, code = ""] = /#code=(\S+)/u.exec(invitation) ?? [];
  const wish = (await (await house.request("POST", "/session", { code })).json()) as Wish;
  Object.assign(canaries, { secret: wish.secret, address: wish.address, nextLink: code });
  expect((await house.request("POST", "/session", { code, factor: TYPO })).status).toBe(401);
  const factor = authenticator(wish.secret, new Date());
  const entered = await house.request("POST", "/session", { code, factor });
  expect(entered.status).toBe(201);
  house.cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  Object.assign(canaries, { factor, factorCookie: house.cookie.replace("lvzhi=", "") });
  expect((await house.request("POST", "/session/factor", { factor: TYPO })).status).toBe(403);
  // A number that worked once works no more, and one is typed where one talks, too.
  expect((await house.request("POST", "/session/factor", { factor })).status).toBe(403);
  await house.say(factor);
  await house.say("导出我的数据");
  await house.say("我的数据");
}, 60_000);

test("rubbish comes in by every door", async () => {
  const junk = `${WORDS}${PHONE}`;
  await house.request("POST", "/messages", `{"id": "${junk}", "text": `);
  await house.request("POST", "/messages", { id: 7, text: junk });
  await house.request("POST", "/messages", { id: randomUUID(), choice: junk });
  await house.request("POST", "/messages", { id: randomUUID(), text: junk.repeat(2_000) });
  await house.request("POST", "/messages", { id: randomUUID(), text: "看", attachments: [junk] });
  await house.request("POST", "/session", { code: canaries["link"] });
  await house.request("GET", `/messages?persona=${encodeURIComponent(DEPUTY)}&after=${PHONE}`);
  await house.request("GET", `/files/${encodeURIComponent(junk)}`);
  await house.request("GET", `/no-such-place/${encodeURIComponent(junk)}`);
  const form = new FormData();
  form.append("file", new Blob([junk]), `${RESIDENT}${PHONE}.exe`);
  await house.request("POST", "/files", form);
  await house.request("DELETE", "/messages", { [junk]: junk });
}, 30_000);

/** While something is done, a table refuses every new row and quotes it in message, detail and hint. */
async function whileRefusing(table: string, work: () => Promise<unknown>): Promise<void> {
  await house.sql.unsafe(`
    create or replace function canary() returns trigger language plpgsql as $$ begin
      raise exception E'it broke\\n    at % (file:///x.ts:1:1)', new::text using detail = new::text, hint = new::text;
    end $$;
    create trigger canary before insert on ${table} for each row execute function canary()`);
  await work();
  await house.sql.unsafe(`drop trigger canary on ${table}`);
}

test("it fails in the middle of statements that hold everything, and again while somebody works", async () => {
  const text = `前天走访黄连村9户,${RESIDENT}电话${PHONE}反映路灯坏了,${WORDS}`;
  expect(await house.say(text, "9户")).toContain("9户");
  await whileRefusing("duty_records", () => house.say("对"));
  const trace = `反馈 ${WORDS}\n    at ${PHONE} (file:///x.ts:1:1)`;
  await whileRefusing("feedback", () => house.say(trace));
  await whileRefusing("web_messages", () => house.say(trace));
  await whileRefusing("people", async () => {
    const file = await writeRoster("again.xlsx", RESIDENT);
    const looked = await house.operator(CHANGES, "import-roster", file, "--dry-run");
    const go = /--yes=[\w-]+/u.exec(looked)?.[0];
    expect(go).toBeDefined();
    await house.operator(CHANGES, "import-roster", file, go ?? "");
  });
  await whileRefusing("sessions", async () => {
    const held = house.cookie;
    house.cookie = "";
    expect((await house.request("POST", "/session", {})).status).toBe(500);
    house.cookie = held;
  });
  await house.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lvzhi'`;
  await house.say(`昨天走访黄连村3户,${WORDS}`);
}, 90_000);

test("the operator looks around", async () => {
  for (const words of ["doctor", "verify-audit", "job weekly-digest", "job retention", "rotate-key"])
    await house.operator("commands", ...words.split(" "));
  await house.operator("commands", "backup", path.join(house.folder, "one.backup"));
  kept["backup"] = readFileSync(path.join(house.folder, "one.backup"), "latin1");
  for (const { name } of await house.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`)
    for (const row of await house.sql<{ line: string }[]>`select t::text line from ${house.sql(name)} t`)
      kept[name] = `${kept[name] ?? ""}${row.line}\n`;
  await house.end();
}, 120_000);

test("what lets somebody in is kept nowhere as it is, neither in a table nor in a backup", () => {
  expect(kept["audit"]).toContain("factor.set-up");
  expect(kept["second_factors"]).toContain("\\x");
  const names = ["typed", "bare", "link", "cookie", "nextLink", "secret", "address", "factor", "typo"];
  const keys = names.map((name) => [name, canaries[name] ?? ""] as const);
  const hex = base32ToHex(canaries["secret"] ?? "");
  expect(findCanaries(kept, [...keys, ["the secret's bytes", hex]])).toEqual([]);
});

test("not one of these values stands anywhere in what was written", () => {
  const { log, metrics, [CODES]: invitation, [CHANGES]: _, ...rest } = house.written;
  expect(log).toContain("inbox.failed");
  expect(log).toContain("http.failed");
  expect(log).toContain("P0001");
  expect(rest[`${CHANGES}, errors`]).toContain("Unexpected");
  expect(metrics).toContain("lvzhi_inbox_waiting");
  expect(invitation).toContain(canaries["link"]);
  expect(Object.values(canaries).filter((value) => value.length < 4)).toEqual([]);
  expect(findCanaries({ log, metrics, ...rest }, Object.entries(canaries))).toEqual([]);
});
