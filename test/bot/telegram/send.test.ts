import { afterEach, beforeEach, expect, test } from "vitest";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { PNG } from "#test/support/channel-contract.ts";
import { sendWhole } from "#test/support/send-whole.ts";
import { openTelegramStage } from "#test/support/stages/telegram-stage.ts";
import { refusal } from "#test/support/telegram/calls.ts";

let stage: Awaited<ReturnType<typeof openTelegramStage>>;
beforeEach(async () => {
  stage = await openTelegramStage("polling");
});
afterEach(() => stage.close());

const message = (text: string) => ({
  conversation: stage.conversation,
  key: text,
  kind: "help.menu",
  text,
  choices: [],
  attachments: [],
});
const send = (text: string) => sendWhole(stage.channel, message(text));
/** One call of those that a message takes, after one that gave no answer or not. */
const sendPart = (part: number, mayRepeat: boolean, whole: OutboundMessage) =>
  stage.channel.send(whole, { part, mayRepeat, signal: AbortSignal.timeout(5_000) });

test.each([1, 30, 600, 10_072])(
  "asked to wait %i seconds, the sender says so and has sent nothing",
  async (seconds) => {
    stage.server.interfere = ({ method }) =>
      method === "sendMessage" ? refusal(429, "Too Many Requests", { retry_after: seconds }) : undefined;
    await expect(send("您好")).rejects.toMatchObject({
      code: "channel.slow-down",
      retryAfterMs: seconds * 1000,
    });
  },
);

test("of an answer in several pieces, the one that may have arrived says so when it is sent again", async () => {
  const long = message(`${"甲".repeat(4_000)}\n${"乙".repeat(4_000)}`);
  expect(await sendPart(0, false, long)).toMatchObject({ more: true });
  stage.server.interfere = ({ method }) => (method === "sendMessage" ? "hang-up-after" : undefined);
  await expect(sendPart(1, false, long)).rejects.toMatchObject({ code: "channel.unreachable" });
  stage.server.interfere = () => undefined;
  expect(await sendPart(1, true, long)).toMatchObject({ more: false });
  const starts = stage.server.state.messages.map((one) => one.text.slice(0, 8));
  expect(starts).toEqual(["甲".repeat(8), "乙".repeat(8), "(可能重复)\n乙"]);
});

test("a file that may have arrived says so when it is sent again", async () => {
  const file = stage.keep({ name: "名册.pdf", type: "application/pdf", bytes: Buffer.from("%PDF-1.7") });
  const whole = { ...message("请看名册"), attachments: [file] };
  stage.server.interfere = ({ method }) => (method === "sendDocument" ? "hang-up-after" : undefined);
  await expect(sendPart(1, false, whole)).rejects.toMatchObject({ code: "channel.file-unsure" });
  stage.server.interfere = () => undefined;
  await sendPart(1, true, whole);
  expect(stage.server.calls.map(({ payload }) => payload["caption"])).toContain("(可能重复)");
});

test.each([
  [502, "many tries", "channel.file-away"],
  [503, "many tries", "channel.file-away"],
  // It had the file and lost its patience: what is behind it may go on.
  [504, "few, since it may arrive yet", "channel.file-unsure"],
])("a file that Telegram's gateway sends back with %i is worth %s", async (status, _tries, code) => {
  const file = stage.keep({ name: "名册.pdf", type: "application/pdf", bytes: Buffer.from("%PDF-1.7") });
  const whole = { ...message("请看名册"), attachments: [file] };
  stage.server.interfere = ({ method }) =>
    method === "sendDocument" ? { status, body: "<html>Bad Gateway</html>" } : undefined;
  await expect(sendPart(1, false, whole)).rejects.toMatchObject({ code });
});

test("a long text is cut where it was before, marked or not, and each piece fits", async () => {
  const long = message("字".repeat(9_000));
  for (const part of [0, 1, 2]) await sendPart(part, true, long);
  const texts = stage.server.state.messages.map((one) => one.text.replace("(可能重复)\n", ""));
  expect(texts.join("")).toBe(long.text);
});

test("buttons below an answer of files only are shown with the last of them", async () => {
  const file = stage.keep({ name: "路灯.png", type: "image/png", bytes: PNG });
  const choices = [{ id: "AAAAbbbbCCCCdddd", label: "好" }];
  await sendWhole(stage.channel, { ...message(" "), choices, attachments: [file, file] });
  expect(stage.server.state.messages.map((one) => one.buttons.length)).toEqual([0, 1]);
});

test("a picture that Telegram takes for none goes as the file it is", async () => {
  stage.server.interfere = ({ method }) =>
    method === "sendPhoto" ? refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS") : undefined;
  const file = stage.keep({ name: "长图.png", type: "image/png", bytes: PNG });
  const whole = { ...message("请看长图"), attachments: [file] };
  await expect(sendPart(1, false, whole)).rejects.toMatchObject({
    code: "channel.slow-down",
    retryAfterMs: 1_000,
  });
  await sendPart(1, false, whole);
  expect(stage.server.state.messages.at(-1)?.file?.name).toBe("长图.png");
});

test("a network that cannot be reached at all says that nothing arrived", async () => {
  await stage.server.close();
  await expect(send("您好")).rejects.toMatchObject({ code: "channel.away" });
});

test("a chat that moved is followed, and asked for where it is from then on", async () => {
  stage.server.state.moved.set(42, 4242);
  await send("您好");
  await send("还在吗");
  expect(stage.server.state.messages.map((one) => one.chat)).toEqual([4242, 4242]);
  const asked = stage.server.calls.filter(({ method }) => method === "sendMessage");
  expect(asked.map(({ payload }) => payload["chat_id"])).toEqual([42, 4242, 4242]);
});

test("an answer that was lost on the way leaves it open whether it arrived", async () => {
  stage.server.interfere = ({ method }) => (method === "sendMessage" ? "hang-up-after" : undefined);
  await expect(send("您好")).rejects.toMatchObject({ code: "channel.unreachable" });
});

test("nothing that the channel throws holds the token", async () => {
  stage.server.interfere = () => "hang-up";
  const error: unknown = await send("您好").catch((one: unknown) => one);
  expect(JSON.stringify([String(error), error instanceof Error ? error.stack : ""])).not.toContain(
    stage.server.token,
  );
});
