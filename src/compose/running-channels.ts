import type { RunningChannel } from "#src/domain/rules.ts";
import type { Config } from "./config.ts";
import { telegramBots } from "./telegram-bots.ts";

/** The bot of the web chat: the demo's conversations are never those of real work. */
export const webBotOf = ({ demo }: Config): string => (demo ? "demo" : "main");

/** The one WeChat account of an installation; its own id changes with every log-in. */
export const WECHAT_BOT = "main";

/** The channels that the settings name. Every process and command of one installation is given the same settings. */
export function runningChannels(config: Config): readonly RunningChannel[] {
  const web = { channel: "web", bot: webBotOf(config) };
  const telegram = telegramBots(config).map(({ bot }) => ({ channel: "telegram", bot }));
  const wechat = config.WECHATY_PUPPET === undefined ? [] : [{ channel: "wechat", bot: WECHAT_BOT }];
  return [web, ...telegram, ...wechat];
}
