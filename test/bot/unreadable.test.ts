import type { Message } from "grammy/types";
import { types } from "wechaty";
import { afterEach, describe, expect, test } from "vitest";
import type { InboundMessage } from "#src/message/inbound.ts";
import { render } from "#src/text/render.ts";
import { seen } from "#test/support/seen.ts";
import { openTelegramStage } from "#test/support/stages/telegram-stage.ts";
import { openWechatStage } from "#test/support/stages/wechat-stage.ts";
import { telegramPerson } from "#test/support/telegram/person.ts";

// What a deputy of a village sends besides words, and what is said to it.
const VOICE = "语音我还听不了";
const STICKER = "表情我看不懂";
const LOCATION = "不记行踪";
const ARTICLE = "转发的文章";

let close: () => Promise<void>;
afterEach(() => close());

/** The answer to the one message that was heard: what it was, and an example of what to say instead. */
async function answerTo(accepted: readonly InboundMessage[]): Promise<string> {
  const { body } = await seen(() => accepted[0]);
  if (body.kind !== "unreadable") return body.kind;
  const { text } = render(
    { kind: "help.unreadable", what: body.what, audience: "deputy" },
    { today: "2026-11-26" },
  );
  expect(text).toMatch(/请打字告诉我.+走访/su);
  return text;
}

const file = { file_id: "f", file_unique_id: "u", file_size: 9 };
const article = {
  forward_origin: {
    type: "channel",
    date: 1,
    message_id: 2,
    chat: { id: -100, type: "channel", title: "乌当发布" },
  },
} as const;

describe("telegram", () => {
  test.each<[string, Partial<Message>, string]>([
    ["a voice message", { voice: { ...file, duration: 3 } }, VOICE],
    [
      "a sticker",
      {
        sticker: { ...file, type: "regular", width: 9, height: 9, is_animated: false, is_video: false },
      },
      STICKER,
    ],
    ["a moving picture", { animation: { ...file, width: 9, height: 9, duration: 1 } }, STICKER],
    ["a place", { location: { latitude: 26.6, longitude: 106.7 } }, LOCATION],
    ["a forwarded article", { ...article, text: "昨天,代表走访了黄连村12户" }, ARTICLE],
    [
      "a forwarded article with its picture",
      { ...article, photo: [{ ...file, width: 9, height: 9 }], caption: "昨天走访黄连村12户" },
      ARTICLE,
    ],
  ])(
    "%s is answered with what to do instead, and nothing of it is a report",
    async (_what, content, said) => {
      const stage = await openTelegramStage("polling");
      close = stage.close;
      telegramPerson(stage.server, 42).sends(content);
      expect(await answerTo(stage.accepted)).toContain(said);
    },
  );

  test("what a resident wrote and a deputy passes on is read", async () => {
    const stage = await openTelegramStage("polling");
    close = stage.close;
    const sender = { id: 9, is_bot: false, first_name: "王" };
    const from = { forward_origin: { type: "user", date: 1, sender_user: sender } } as const;
    telegramPerson(stage.server, 42).sends({ ...from, text: "黄连村路灯坏了" });
    expect((await seen(() => stage.accepted[0])).body).toMatchObject({ text: "黄连村路灯坏了" });
  });
});

describe("wechat", () => {
  const { Audio, Emoticon, Location, Contact, Url } = types.Message;
  test.each([
    ["a voice message", Audio, VOICE],
    ["a sticker", Emoticon, STICKER],
    ["a place", Location, LOCATION],
    ["a name card", Contact, ARTICLE],
    ["a forwarded article", Url, ARTICLE],
  ])("%s is answered with what to do instead, and nothing of it is a report", async (_what, type, said) => {
    const stage = await openWechatStage();
    close = stage.close;
    const talkerId = stage.conversation.split(":")[2] ?? "";
    const heard = { id: "m1", talkerId, listenerId: stage.puppet.currentUserId, timestamp: Date.now(), type };
    stage.puppet.emit("message", { messageId: stage.mocker.MessageMock.create(heard).id });
    expect(await answerTo(stage.accepted)).toContain(said);
  });
});
