import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { FileBox } from "file-box";
import { mock, PuppetMock } from "wechaty-puppet-mock";
import { createWechatChannel, type WechatChannel } from "#bot/wechat/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { Seen, Stage } from "../channel-contract.ts";
import { seen } from "../seen.ts";
import { silentLog } from "../silent-log.ts";
import { createListener } from "./listener.ts";
import { aloneLeads } from "./telegram-stage.ts";

type Answers = "well" | "refused" | "never";

/** The stage with what only WeChat has. */
export type WechatStage = Stage & {
  readonly channel: WechatChannel;
  readonly mocker: mock.Mocker;
  readonly puppet: PuppetMock;
  readonly files: FileStore;
  mayOperate: boolean;
  /** What the operator's terminal shows. */
  readonly terminal: readonly string[];
  /** Somebody whom the puppet has never looked up. */
  readonly stranger: () => { readonly says: (text: string) => void };
  /** How often something may have gone unheard. */
  readonly breaks: () => number;
  /** What the log calls an error. */
  readonly alarms: readonly string[];
  /** After so many more texts the network breaks off once, with these words. */
  readonly breakAfter: (texts: number, words?: string) => void;
};

/** WeChat over wechaty and its own simulated puppet. */
export async function openWechatStage(random = (): number => 0): Promise<WechatStage> {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-wechat-"));
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  const network = { answers: "well" as Answers, breakAfter: Infinity, words: "" };
  const terminal: string[] = [];
  const alarms: string[] = [];
  const stage = {
    terminal,
    alarms,
    mayOperate: true,
    breakAfter: (texts: number, words = "socket hang up") => {
      network.breakAfter = texts;
      network.words = words;
    },
  };
  const shown: Seen[] = [];
  let breaks = 0;
  const menu: string[] = [];
  const sendText = puppet.messageSendText.bind(puppet);
  const sendFile = puppet.messageSendFile.bind(puppet);
  puppet.messageSendText = async (to, text) => {
    if (network.answers === "refused") throw new Error("not your friend");
    if (network.answers === "never") await new Promise(() => undefined);
    if (network.breakAfter <= 0) {
      network.breakAfter = Infinity;
      throw new Error(network.words);
    }
    network.breakAfter -= 1;
    await sendText(to, text);
    menu.splice(0, menu.length, ...text.split("\n"));
    shown.push({ text, files: [] });
  };
  puppet.messageSendFile = async (to, file) => {
    await sendFile(to, file);
    shown.push({ text: "", files: [file.name] });
  };
  const house = createListener();
  const channel = createWechatChannel({
    puppet,
    bot: "main",
    memory: path.join(folder, "wechat"),
    leadership: aloneLeads,
    accept: house.accept,
    files: house.files,
    clock: () => new Date(),
    random,
    log: {
      ...silentLog,
      error: (event, facts) => {
        silentLog.error(event, facts);
        alarms.push(event);
      },
    },
    show: (text) => void terminal.push(text),
    present: (began) => {
      if (began) breaks += 1;
      return Promise.resolve();
    },
    mayOperate: () => stage.mayOperate,
  });
  await channel.start();
  const account = mocker.createContact({ name: "履职助手" });
  await seen(() => (puppet.state.active() === true ? true : undefined));
  mocker.login(account);
  await seen(() => (channel.isLoggedIn() ? true : undefined));
  const [person, other] = mocker.createContacts(2);
  if (person === undefined || other === undefined) throw new Error("no contacts");
  let last = "";
  puppet.on("message", ({ messageId }) => {
    last = messageId;
  });
  const conversation = `wechat:main:${person.id}`;
  return Object.assign(stage, house, {
    mocker,
    breaks: () => breaks,
    stranger: () => {
      const contact = mocker.createContact({ name: "陌生人" });
      return { says: (text: string) => contact.say(text).to(account) };
    },
    puppet,
    channel,
    conversation,
    keep: (file: { name: string; type: string; bytes: Buffer }) => house.keepFor(conversation, file),
    person: {
      says: (text: string) => person.say(text).to(account),
      chooses: (label: string) => {
        const line = menu.find((one) => one.endsWith(label));
        person.say(line?.split(" ")[0] ?? label).to(account);
      },
      sends: ({ name, bytes }: { name: string; bytes: Buffer }) =>
        person.say(FileBox.fromBase64(bytes.toString("base64"), name)).to(account),
      sendsSomethingElse: () => person.say(FileBox.fromBase64("AAAA", "voice.sil")).to(account),
      sees: () => Promise.resolve(shown),
    },
    network: {
      redelivers: () => void puppet.emit("message", { messageId: last }),
      echoes: () => account.say("您好").to(person),
      saysInGroup: (text: string) => {
        const room = mocker.createRoom({
          topic: "代表小组",
          memberIdList: [account.id, person.id, other.id],
        });
        person.say(text).to(room);
      },
      answers: (how: Answers) => {
        network.answers = how;
      },
    },
    close: async () => {
      await channel.stop();
      await channel.leave?.();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
