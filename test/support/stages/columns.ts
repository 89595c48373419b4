import type { Clause, Stage } from "../channel-contract.ts";
import { openTelegramStage } from "./telegram-stage.ts";
import { openTerminalStage } from "./terminal-stage.ts";
import { openWechatStage } from "./wechat-stage.ts";
import { openWebStage } from "./web-stage.ts";

/** A channel under the contract: how to put it on stage, and what cannot happen on its network, with the reason. */
export type Column = {
  readonly name: string;
  readonly open: () => Promise<Stage>;
  readonly cannot: Partial<Readonly<Record<Clause, string>>>;
};

export const COLUMNS: readonly Column[] = [
  {
    name: "web",
    open: openWebStage,
    cannot: {
      own: "what the bot writes goes to the mailbox and nowhere else",
      groups: "there are no groups",
      unknown: "the page sends words, choices and files only",
      refused: "the mailbox is our own database",
      slow: "the mailbox is our own database",
    },
  },
  {
    name: "terminal",
    open: openTerminalStage,
    cannot: {
      redelivery: "a line that was stored is never sent again; one that was not keeps its id",
      own: "what the bot writes goes to the mailbox and nowhere else",
      groups: "there are no groups",
      "file-in": "in a terminal there are only words",
      unknown: "in a terminal there are only words",
      refused: "the mailbox is our own database",
      slow: "the mailbox is our own database",
      restart: "nobody can type into a program that does not run",
    },
  },
  { name: "Telegram, polling", open: () => openTelegramStage("polling"), cannot: {} },
  { name: "Telegram, webhook", open: () => openTelegramStage("webhook"), cannot: {} },
  {
    name: "WeChat",
    open: openWechatStage,
    cannot: {
      restart: "WeChat keeps nothing for a program that is away: the people concerned are asked afterwards",
    },
  },
];
