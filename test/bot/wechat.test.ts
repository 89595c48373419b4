import { fastify } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWechatStage } from "#test/support/stages/wechat-stage.ts";
import { seen } from "#test/support/seen.ts";
import { sendWhole } from "#test/support/send-whole.ts";

let stage: Awaited<ReturnType<typeof openWechatStage>>;
beforeEach(async () => {
  stage = await openWechatStage();
});
afterEach(() => stage.close());

const message = (text: string, choices: readonly { id: string; label: string }[] = []) => ({
  conversation: stage.conversation,
  key: "k1",
  kind: "help.menu",
  text,
  choices,
  attachments: [],
});
const send = (...of: Parameters<typeof message>) => sendWhole(stage.channel, message(...of));

test("a menu is numbered from 1, as the numbers are understood", async () => {
  await send("我这样理解,对吗?", [
    { id: "a", label: "对" },
    { id: "b", label: "要改一改" },
  ]);
  const [shown] = await stage.person.sees();
  expect(shown?.text.split("\n").slice(-2)).toEqual(["1 对", "2 要改一改"]);
});

test("logged out, it sends nothing and says that it surely sent nothing", async () => {
  await stage.puppet.logout();
  await seen(() => (stage.channel.canSend?.() === false ? true : undefined));
  await expect(send("您好")).rejects.toMatchObject({ code: "channel.slow-down" });
  expect(await stage.person.sees()).toEqual([]);
  expect(stage.alarms).toEqual(["wechat.logged-out"]);
});

test("a code to scan is shown to the operator as a picture, and to nobody else", async () => {
  const app = fastify();
  stage.channel.routes(app);
  stage.puppet.emit("scan", { qrcode: "https://login.weixin.qq.com/l/abc", status: 2 });
  const page = await seen(async () => {
    const answer = await app.inject("/operator/wechat");
    return answer.body.includes("<svg") ? answer : undefined;
  });
  expect(page.body).toContain("扫一扫");
  expect(page.body).not.toContain("login.weixin.qq.com");
  stage.mayOperate = false;
  expect((await app.inject("/operator/wechat")).statusCode).toBe(404);
  await app.close();
});

test("the code to scan stands in the operator's terminal as well", async () => {
  stage.puppet.emit("scan", { qrcode: "https://login.weixin.qq.com/l/abc", status: 2 });
  const code = await seen(() => stage.terminal[0]);
  expect(code.split("\n").length).toBeGreaterThan(10);
  expect(code).toMatch(/[\u2580\u2584\u2588]/u);
});

test.each([
  ["connect ECONNREFUSED 10.0.0.1:443", "channel.away"],
  [
    "14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED 127.0.0.1:8788",
    "channel.away",
  ],
  ["connect ENETDOWN 10.0.0.1:443", "channel.away"],
  ["14 UNAVAILABLE: certificate has expired", "channel.away"],
  ["14 UNAVAILABLE: read ECONNRESET", "channel.unreachable"],
  ["Received RST_STREAM with code 7 (REFUSED_STREAM)", "channel.unreachable"],
])(
  "a provider that is away has nobody blocked, and what never left is no possible repeat: %s",
  async (words, code) => {
    stage.breakAfter(0, words);
    await expect(send("您好")).rejects.toMatchObject({ code });
  },
);

test("a file that never left for a provider who is away is no possible repeat", async () => {
  const { id, name, type } = stage.keep({
    name: "证明.pdf",
    type: "application/pdf",
    bytes: Buffer.from("%PDF-"),
  });
  stage.puppet.messageSendFile = () =>
    Promise.reject(new Error("14 UNAVAILABLE: connect ECONNREFUSED 127.0.0.1:8788"));
  const withFile = { ...message("文件做好了"), attachments: [{ id, name, type }] };
  const call = { part: 1, mayRepeat: false, signal: AbortSignal.timeout(5_000) };
  await expect(stage.channel.send(withFile, call)).rejects.toMatchObject({ code: "channel.away" });
});

test("a file that may have arrived says so in its name, in the one call that it takes", async () => {
  const { id, name, type } = stage.keep({
    name: "证明.pdf",
    type: "application/pdf",
    bytes: Buffer.from("%PDF-"),
  });
  const withFile = { ...message("文件做好了"), attachments: [{ id, name, type }] };
  await stage.channel.send(withFile, { part: 1, mayRepeat: true, signal: AbortSignal.timeout(5_000) });
  expect(await stage.person.sees()).toEqual([{ text: "", files: ["(可能重复)证明.pdf"] }]);
});

test("whoever cannot be looked up in time was surely not written to", async () => {
  stage.puppet.contactPayload = () => new Promise(() => undefined);
  const stranger = stage.mocker.createContact({ name: "陌生人" });
  const to = { ...message("您好"), conversation: `wechat:main:${stranger.id}` };
  const call = { part: 0, mayRepeat: false, signal: AbortSignal.timeout(500) };
  await expect(stage.channel.send(to, call)).rejects.toMatchObject({ code: "channel.away" });
});

test("of a long answer that broke off, only the rest is sent again, marked where it may be a repeat", async () => {
  const long = message(Array.from({ length: 400 }, (_, index) => `第${index + 1}条 走访黄连村`).join("\n"));
  const call = (part: number, mayRepeat = false) =>
    stage.channel.send(long, { part, mayRepeat, signal: AbortSignal.timeout(5_000) });
  stage.breakAfter(1);
  expect(await call(0)).toMatchObject({ more: true });
  await expect(call(1)).rejects.toMatchObject({ code: "channel.unreachable" });
  expect(await call(1, true)).toMatchObject({ more: true });
  await call(2);
  const texts = (await stage.person.sees()).map((one) => one.text);
  expect(texts.map((text) => text.startsWith("(可能重复)\n"))).toEqual([false, true, false]);
  expect(texts.join("\n").replace("(可能重复)\n", "")).toBe(long.text);
});

test("a question is not answered in the moment in which it is asked", async () => {
  const slow = await openWechatStage(() => 0.25);
  const call = { part: 0, mayRepeat: false, signal: AbortSignal.timeout(5_000) };
  const began = performance.now();
  await slow.channel.send({ ...message("您好"), conversation: slow.conversation }, call);
  expect(performance.now() - began).toBeGreaterThanOrEqual(1_490);
  await slow.close();
});

test("whoever is to stop before the answer was begun has surely sent nothing", async () => {
  const slow = await openWechatStage(() => 1);
  const call = { part: 0, mayRepeat: false, signal: AbortSignal.timeout(100) };
  const sent = slow.channel.send({ ...message("您好"), conversation: slow.conversation }, call);
  await expect(sent).rejects.toMatchObject({ code: "channel.away" });
  expect(await slow.person.sees()).toEqual([]);
  await slow.close();
});
