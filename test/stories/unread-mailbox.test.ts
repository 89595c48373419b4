import { afterEach, beforeEach, expect, test } from "vitest";
import type { Mailbox } from "#bot/web/ports.ts";
import { createVault } from "#db/vault.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

// 王芳 and 李明 have the web chat and no other network. 李明 looks into it, 王芳 does not.
const PUBLISHED = "活-2026-005";
let city: City;
let mailbox: Mailbox;
const clerk = () => city.person("刘敏");

beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  const time = { clock: () => city.now, zone: "Asia/Shanghai" };
  mailbox = createMailbox(city.database.db, createVault(TEST_KEY), time, () => undefined);
  city.wire.onSend = async (message) => void (await mailbox.append(message));
  city.wire.held = true;
});
afterEach(() => city.close());

/** The page of somebody asks for what comes after the last message it has. */
async function looks(persona: string): Promise<void> {
  const all = await mailbox.list(`web:demo:${persona}`, 0, 500);
  await mailbox.list(`web:demo:${persona}`, all.at(-1)?.seq ?? 0, 500);
}

const publish = async (): Promise<void> => {
  await clerk().says("发布活动 9月20日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场");
  await clerk().says("对");
};

test("what nobody has come for is no notice: staff see who has not opened it, and an absence from it does not count", async () => {
  await publish();
  await looks("liming");
  const shown = await answerTo(clerk(), PUBLISHED);
  expect(shown).toMatch(/还没打开看：王芳、陈建国、杨秀英、罗文军/u);
  expect(shown).not.toMatch(/没打开看：.*李明/u);
  expect(shown).not.toContain("还没有通知到的记录");
  expect(shown).toContain(`已通知 ${PUBLISHED} 王芳 电话`);
  city.now = at("2026-09-20 18:00");
  await looks("wangfang");
  await clerk().says(`到会 ${PUBLISHED} 除李明、王芳外全到`);
  await clerk().says("对");
  await clerk().says(`定稿 ${PUBLISHED}`);
  await clerk().says("对");
  await eventually(() => expect(heardOf(city.person("李明"), "absence.warned")).toHaveLength(1));
  expect(heardOf(city.person("王芳"), "absence.warned")).toHaveLength(0);
});

test("the time for an objection runs from the day on which the deputy opened the warning", async () => {
  await publish();
  await looks("wangfang");
  city.now = at("2026-09-20 18:00");
  await clerk().says(`到会 ${PUBLISHED} 除王芳外全到`);
  await clerk().says("对");
  await clerk().says(`定稿 ${PUBLISHED}`);
  await clerk().says("对");
  await eventually(() => expect(heardOf(city.person("王芳"), "absence.warned")).toHaveLength(1));
  city.now = at("2026-11-10 10:00");
  await runAt(city.database.db, "absence-warnings", city.now);
  await looks("wangfang");
  city.now = at("2026-11-12 10:00");
  expect(await answerTo(city.person("王芳"), `异议 ${PUBLISHED} 我那天在场`)).toContain("异议已收到");
});
