import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { talk } from "#bot/terminal/talk.ts";
import { createWebChannel } from "#bot/web/channel.ts";
import { TERMINAL_TEXTS } from "#src/text/terminal.ts";
import type { Seen, Stage } from "../channel-contract.ts";
import { seen } from "../seen.ts";
import { createListener } from "./listener.ts";
import { createMemoryMailbox } from "./memory-mailbox.ts";

const PERSONA = { id: "liming", name: "李明", role: "deputy", org: "羊昌镇" };
const CONVERSATION = "web:demo:liming";
const ANSWER = "好的";

/** The terminal with a keyboard and a screen of streams; the house says 好的 to everything it hears. */
export async function openTerminalStage(): Promise<Stage> {
  const house = createListener();
  const mailbox = createMemoryMailbox();
  const channel = createWebChannel("demo", mailbox);
  const keyboard = new PassThrough();
  const screen: string[] = [];
  const types = (line: string): void => void keyboard.write(`${line}\n`);
  const common = { conversation: CONVERSATION, kind: "help.chat", choices: [], attachments: [] };
  const talking = talk(
    {
      bot: "demo",
      accept: async (message) => {
        const accepted = await house.accept(message);
        await mailbox.append({ ...common, key: message.externalId, text: ANSWER });
        return accepted;
      },
      mailbox,
      clock: () => new Date(),
      lines: createInterface({ input: keyboard })[Symbol.asyncIterator](),
      write: (text) => void screen.push(text),
    },
    PERSONA,
  );
  return Object.assign(house, {
    channel,
    conversation: CONVERSATION,
    keep: (file: { name: string; type: string; bytes: Buffer }) => house.keepFor(CONVERSATION, file),
    person: {
      says: types,
      chooses: async (label: string) => types(await seen(() => numberOf(screen, label))),
      sends: () => undefined,
      sendsSomethingElse: () => undefined,
      sees: () => Promise.resolve(read(screen)),
    },
    network: {
      redelivers: () => undefined,
      echoes: () => undefined,
      saysInGroup: () => undefined,
      answers: () => undefined,
    },
    close: async () => {
      keyboard.end();
      await talking;
    },
  });
}

const EDGE = "│ ";
const numberOf = (screen: readonly string[], label: string): string | undefined => {
  const lines = screen.join("").split("\n");
  return /(\d+) /u.exec(lines.findLast((line) => line.endsWith(label)) ?? "")?.[1];
};

// Each write is one message; what the terminal says itself has no edge.
const read = (screen: readonly string[]): Seen[] =>
  screen
    .filter((one) => one.startsWith(EDGE))
    .map((one) => {
      const lines = one.split("\n").map((line) => line.slice(EDGE.length));
      const isFile = (line: string): boolean => line.startsWith(TERMINAL_TEXTS.file);
      return {
        text: lines.filter((line) => !isFile(line)).join("\n"),
        files: lines.filter(isFile).map((line) => line.slice(TERMINAL_TEXTS.file.length)),
      };
    });
