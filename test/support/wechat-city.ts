import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { mock, PuppetMock } from "wechaty-puppet-mock";
import { createWechatChannel, type WechatChannel } from "#bot/wechat/channel.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import { type City, openCity } from "./city.ts";
import { seen } from "./seen.ts";
import { silentLog } from "./silent-log.ts";
import { aloneLeads } from "./stages/telegram-stage.ts";

/** Somebody in WeChat, by the id of the present log-in. */
export type WechatContact = ReturnType<mock.Mocker["createContact"]>;

/** One text as it arrived. */
export type WechatText = { readonly to: string; readonly text: string; readonly at: number };

/** The district with WeChat, over wechaty's simulated puppet, beside the web chat. */
export type WechatCity = {
  readonly city: City;
  readonly mocker: mock.Mocker;
  readonly puppet: PuppetMock;
  readonly isLoggedIn: () => boolean;
  /** All that arrived, in order. */
  readonly arrived: readonly WechatText[];
  readonly logIn: () => Promise<void>;
  /** Somebody of the cast, bound to a contact. */
  readonly bound: (name: string) => Promise<WechatContact>;
  /** Says something and waits for so many messages in answer. */
  readonly says: (contact: WechatContact, text: string, answers?: number) => Promise<string>;
  readonly close: () => Promise<void>;
};

/**
 * Opens it at a moment, logged in. Its people talk faster than anybody may in WeChat: they are answered at once, unless
 * WeChat's `limits` are to be kept. Nobody hesitates before a message, unless `random` is above zero.
 */
export async function openWechatCity(at: string, { limits = false, random = 0 } = {}): Promise<WechatCity> {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-wechat-city-"));
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  const arrived = watch(puppet, mocker);
  const channels: WechatChannel[] = [];
  let clock = (): Date => new Date(at);
  const city = await openCity(at, undefined, (accept, { files }) => {
    const channel = createWechatChannel({
      puppet,
      bot: "main",
      memory: path.join(folder, "wechat"),
      leadership: aloneLeads,
      accept,
      files,
      clock: () => clock(),
      random: () => random,
      log: silentLog,
      show: () => undefined,
      present: () => Promise.resolve(),
      mayOperate: () => false,
    });
    channels.push(channel);
    return [limits ? channel : { ...channel, pace: {} }];
  });
  clock = () => city.now;
  const account = mocker.createContact({ name: "履职助手" });
  const isLoggedIn = (): boolean => channels.some((one) => one.isLoggedIn());
  const textsTo = ({ id }: WechatContact): string[] =>
    arrived.filter(({ to }) => to === id).map(({ text }) => text);
  const opened: WechatCity = {
    city,
    mocker,
    puppet,
    isLoggedIn,
    arrived,
    logIn: async () => {
      await seen(() => (puppet.state.active() === true ? true : undefined));
      mocker.login(account);
      await seen(() => (isLoggedIn() ? true : undefined));
    },
    bound: (name) => bind(city, name, mocker.createContact({ name })),
    says: async (contact, text, answers = 1) => {
      const before = textsTo(contact).length;
      contact.say(text).to(account);
      await seen(() => (textsTo(contact).length >= before + answers ? true : undefined));
      return textsTo(contact).slice(before).join("\n");
    },
    close: async () => {
      await city.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await opened.logIn();
  return opened;
}

function watch(puppet: PuppetMock, mocker: mock.Mocker): WechatText[] {
  const arrived: WechatText[] = [];
  const sendText = puppet.messageSendText.bind(puppet);
  puppet.messageSendText = async (to, text) => {
    if (!mocker.cacheContactPayload.has(to)) throw new Error("no such contact");
    await sendText(to, text);
    arrived.push({ to, text, at: performance.now() });
  };
  return arrived;
}

async function bind({ database }: City, name: string, contact: WechatContact): Promise<WechatContact> {
  await database.db.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id, notice_version)
    select 'wechat', 'main', a, a, people.id, ${NOTICE_VERSION}
    from people, (values (${`wechat:main:${contact.id}`})) address(a) where people.name = ${name}`);
  return contact;
}
