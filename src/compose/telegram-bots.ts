import { botOf } from "#bot/telegram/bot-of.ts";

/** What the settings say of Telegram's bots: each list has one entry, or one for each token in its order. */
export type TelegramSettings = {
  readonly TELEGRAM_TOKEN?: readonly string[] | undefined;
  readonly TELEGRAM_MODE: readonly ("polling" | "webhook")[];
  readonly TELEGRAM_WEBHOOK_SECRET?: readonly string[] | undefined;
};

/** A bot as the settings name it. */
export type TelegramBot = {
  readonly token: string;
  /** The part of the token that is no secret: what tells this bot from the others. */
  readonly bot: string;
  readonly mode: "polling" | "webhook";
  readonly secret: string | undefined;
};

/** The bots of the settings, in their order; none where no token is set. */
export const telegramBots = (settings: TelegramSettings): readonly TelegramBot[] =>
  (settings.TELEGRAM_TOKEN ?? []).map((token, index) => ({
    token,
    bot: botOf(token),
    mode: entryFor(index, settings.TELEGRAM_MODE) ?? "polling",
    secret: entryFor(index, settings.TELEGRAM_WEBHOOK_SECRET ?? []),
  }));

const entryFor = <T>(index: number, entries: readonly T[]): T | undefined =>
  entries.length === 1 ? entries[0] : entries[index];

/** What is wrong with these settings among themselves, in a sentence that names the setting; null where nothing is. */
export function wrongForBots(settings: TelegramSettings): string | null {
  const bots = telegramBots(settings);
  if (new Set(bots.map(({ bot }) => bot)).size < bots.length)
    return "TELEGRAM_TOKEN names one bot twice: give each bot's token once, with commas between them.";
  const { TELEGRAM_MODE: modes, TELEGRAM_WEBHOOK_SECRET: secrets = [] } = settings;
  if ([modes, secrets].some(({ length }) => length > 1 && length !== bots.length))
    return "TELEGRAM_MODE and TELEGRAM_WEBHOOK_SECRET have one value for all bots, or one for each token in its order.";
  return null;
}
