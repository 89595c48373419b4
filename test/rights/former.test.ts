import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listOwnRows } from "#db/queries/figures/own-rows.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { invitePeople, revokePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";

// The office's telephone goes to the next clerk: words, files and mail of the one before are not the next one's.
let city: City;
const vault = createVault(TEST_KEY);
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const PHONE = "web:demo:office-phone";
const phone = () => city.person("office-phone");

const idOf = async (name: string): Promise<number> => {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where name = ${name}`,
  );
  return Number(row?.id);
};

async function bind(name: string): Promise<void> {
  const id = await idOf(name);
  const [code] = await city.database.db.transaction((tx) =>
    invitePeople(tx, vault, [id], city.now, randomBytes),
  );
  const [bound] = await phone().says(`绑定 ${code?.typed ?? ""}`);
  expect(bound?.kind).toBe("account.bound");
}

async function ownOf(name: string): Promise<{ readonly words: string; readonly files: number }> {
  const id = await idOf(name);
  const own = await city.database.db.transaction((tx) => listOwnRows(tx, id, "Asia/Shanghai"));
  const words = own.messages.map((one) => vault.open(Buffer.from(String(one["text"]), "base64"))).join("\n");
  return { words, files: own.files.length };
}

const mailbox = () =>
  createMailbox(city.database.db, vault, { clock: () => city.now, zone: "Asia/Shanghai" }, () => undefined);
const mailOf = async (): Promise<string> => JSON.stringify(await mailbox().list(PHONE, 0, 200));

const filesOf = async (conversation: string): Promise<string[]> => {
  const rows = await city.database.db.execute<{ id: string }>(
    sql`select id from attachments where conversation = ${conversation} order by id`,
  );
  return rows.map((row) => row.id);
};

const MAIL = { kind: "figures.own-cases", text: "联系方式:电话 13800139000", choices: [], attachments: [] };

/** One person's day at the telephone: a report with words of his own, a photo that belongs to nothing, mail. */
async function live(name: string, secret: string): Promise<void> {
  await bind(name);
  await phone().says(`昨天走访黄连村12户,${secret}`);
  await phone().says("对");
  await phone().shows(1);
  await mailbox().append({ ...MAIL, conversation: PHONE, key: `mail ${secret}` });
}

const goodbye = async (): Promise<void> => {
  await phone().says("解绑");
  await phone().taps("确定解绑");
};

const takeAway = async (name: string): Promise<void> => {
  const id = await idOf(name);
  await city.database.db.transaction((tx) => revokePeople(tx, vault, [id], city.now));
};

test.each([
  ["another's code is typed there", "李明", "王芳", () => Promise.resolve()],
  ["he says goodbye before", "陈建国", "吴红梅", goodbye],
  ["the office takes it away before", "罗文军", "蒙小兰", () => takeAway("罗文军")],
])("when %s, what %s said, sent and was told there is not %s's", async (_how, former, next, leave) => {
  await live(former, `${former}的秘密`);
  const files = await filesOf(PHONE);
  expect(files.length).toBeGreaterThan(0);
  await leave();
  await bind(next);
  const own = await ownOf(next);
  expect(own.words).not.toContain("秘密");
  expect(own.files).toBe(0);
  expect(await mailOf()).not.toMatch(/13800139000|秘密/u);
  const store = createFileStore(city.database.db, vault, { clock: () => city.now, zone: "Asia/Shanghai" });
  expect(await Promise.all(files.map((id) => store.show(id, PHONE)))).toEqual(files.map(() => undefined));
});

test("they are still his own: he sees them where he is known, and erasing reaches them, and nothing of the next one", async () => {
  await live("李明", "我自己的秘密");
  await bind("王芳");
  await phone().says("昨天走访石关村3户,是我王芳的话");
  const before = await ownOf("李明");
  expect(before.words).toContain("我自己的秘密");
  expect(before.files).toBeGreaterThan(0);
  await city.person("李明").says("删除我的数据");
  await city.person("李明").says("对");
  expect(await ownOf("李明")).toEqual({ words: "", files: 0 });
  expect((await ownOf("王芳")).words).toContain("是我王芳的话");
});

test("what the next one erases is not the former one's", async () => {
  await live("杨秀英", "杨秀英的秘密");
  await bind("吴红梅");
  await phone().says("删除我的数据");
  await phone().says("对");
  const kept = await ownOf("杨秀英");
  expect(kept.words).toContain("杨秀英的秘密");
  expect(kept.files).toBeGreaterThan(0);
});

test("a table that was wanted before the telephone changed hands is not sent to the next one", async () => {
  await bind("刘敏");
  const id = await idOf("刘敏");
  await city.database.db.execute(sql`
    insert into tasks (key, kind, person_id, conversation, body, lease_until, created_at)
    values ('in:handover', 'export', ${id}::int8, ${PHONE}, ''::bytea, now() + interval '1 hour', now())`);
  await bind("王芳");
  const [task] = await city.database.db.execute<{ status: string }>(
    sql`select status from tasks where key = 'in:handover'`,
  );
  expect(task?.status).toBe("refused");
});

test("whoever is bound anew with a code of his own keeps what is his", async () => {
  await live("罗文军", "罗文军的话");
  await bind("罗文军");
  const own = await ownOf("罗文军");
  expect(own.words).toContain("罗文军的话");
  expect(own.files).toBeGreaterThan(0);
  expect(await mailOf()).toContain("13800139000");
});
