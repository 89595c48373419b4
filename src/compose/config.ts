import { z } from "zod";
import { isAtHome } from "#src/model/host.ts";
import { Fault } from "#src/kernel/fault.ts";
import { isNear } from "./near.ts";
import { telegramBots, wrongForBots } from "./telegram-bots.ts";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const secret = (least: number) => z.string().min(least);
/** One or several in one setting, with commas between them. */
const several = <T extends z.ZodType<string, string>>(one: T) =>
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(one));

/** Every setting of the service: the one list that the README and .env.example are compared with. */
export const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: flag.default(false),
  DEMO: flag.optional(),
  DEMO_CLOCK: z.iso.datetime({ offset: true }).optional(),
  TIME_ZONE: z
    .string()
    .refine(isZone, "must be an IANA time zone such as Asia/Shanghai")
    .default("Asia/Shanghai"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  METRICS_TOKEN: secret(16).optional(),
  FIELD_KEY: secret(32).optional(),
  FIELD_KEY_NEW: secret(32).optional(),
  POLICY_FILE: z.string().min(1).default("policy/wudang.yaml"),
  ALLOW_OVERSEAS_CHANNEL: flag.default(false),
  OVERSEAS_DECISION: z
    .string()
    .regex(
      /^\S.{0,60}\s\d{4}-\d{2}-\d{2}$/u,
      "must be the decision's number and date: 乌常办〔2026〕3号 2026-03-01",
    )
    .optional(),
  TELEGRAM_TOKEN: several(secret(20)).optional(),
  TELEGRAM_API_ROOT: z.url().optional(),
  TELEGRAM_MODE: several(z.enum(["polling", "webhook"])).default(["polling"]),
  TELEGRAM_WEBHOOK_SECRET: several(
    z
      .string()
      .regex(
        /^[\w-]{32,256}$/u,
        "Telegram takes 32 to 256 of the letters A to z, digits, _ and -, no others (openssl rand -hex 32)",
      ),
  ).optional(),
  // The simulated one is for trying out; it is not installed in production.
  WECHATY_PUPPET: z
    .enum(["wechaty-puppet-wechat4u", "wechaty-puppet-service", "wechaty-puppet-mock"])
    .optional(),
  WECHATY_TOKEN: secret(8).optional(),
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(?:\/\S+|[\w.-]+:\d{1,5})$/u, "must be the path of a socket, or host:port")
    .optional(),
  MODEL_URL: z.url().optional(),
  MODEL_KEY: secret(8).optional(),
  MODEL_NAME: z.string().min(1).optional(),
  // A host of which its name does not tell that it stands in the country, and the office knows that it does.
  MODEL_HOST_AT_HOME: z.hostname().optional(),
});

/** The settings, checked and frozen. */
export type Config = Readonly<Omit<z.infer<typeof Environment>, "DEMO">> & { readonly demo: boolean };

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * Reads the settings once. Throws `config.invalid` with one sentence that names the setting and the cure, and never
 * its value. Demo mode is on when no database, no channel and no key is configured, or by DEMO=1.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Fault(
      "config.invalid",
      `${issue?.path.join(".") ?? "A setting"} is wrong: ${issue?.message ?? "see README"}.`,
    );
  }
  const { DEMO, ...config } = parsed.data;
  const hasChannel = config.TELEGRAM_TOKEN !== undefined || config.WECHATY_PUPPET !== undefined;
  const forWork = [config.DATABASE_URL, config.FIELD_KEY].some((one) => one !== undefined) || hasChannel;
  const demo = DEMO ?? !forWork;
  const wrong = (demo ? wrongForDemo(config, hasChannel) : wrongForService(config)) ?? wrongForModel(config);
  if (wrong !== null) throw new Fault("config.invalid", wrong);
  return Object.freeze({ ...config, demo });
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

function wrongForDemo(config: Omit<Config, "demo">, hasChannel: boolean): string | null {
  if (hasChannel)
    return "DEMO cannot run with a channel token: remove the token, or set DEMO=0 and FIELD_KEY.";
  if (!LOOPBACK.has(config.HOST))
    return "Demo mode has no log-in, so HOST must be 127.0.0.1: unset HOST or set DEMO=0.";
  return null;
}

function wrongForService(config: Omit<Config, "demo">): string | null {
  if (config.FIELD_KEY === undefined)
    return "FIELD_KEY is missing: set it to at least 32 random characters (openssl rand -base64 32) and keep it safe.";
  if (config.DEMO_CLOCK !== undefined) return "DEMO_CLOCK works in demo mode only: unset it.";
  if (config.WECHATY_PUPPET === undefined && config.WECHATY_TOKEN !== undefined)
    return "WECHATY_TOKEN is set without WECHATY_PUPPET: set that as well, or unset the token.";
  if (config.WECHATY_PUPPET === "wechaty-puppet-service" && config.WECHATY_TOKEN === undefined)
    return "WECHATY_TOKEN is missing: wechaty-puppet-service needs the token of its provider.";
  return config.TELEGRAM_TOKEN === undefined ? null : wrongForTelegram(config);
}

function wrongForModel({ MODEL_URL, MODEL_NAME, ...config }: Omit<Config, "demo">): string | null {
  if (MODEL_URL === undefined)
    return (MODEL_NAME ?? config.MODEL_KEY) === undefined
      ? null
      : "MODEL_NAME or MODEL_KEY is set without MODEL_URL: set that as well, or unset them.";
  if (MODEL_NAME === undefined) return "MODEL_NAME is missing: the endpoint needs the name of its model.";
  const isSettled = isAtHome(MODEL_URL) || new URL(MODEL_URL).hostname === config.MODEL_HOST_AT_HOME;
  return isSettled
    ? null
    : "MODEL_URL may lead abroad, where residents' words must not go: use a host of your own network or under .cn, or set MODEL_HOST_AT_HOME to its host name once you know that it stands in the country.";
}

function wrongForTelegram(config: Omit<Config, "demo">): string | null {
  if (!config.ALLOW_OVERSEAS_CHANNEL)
    return "TELEGRAM_TOKEN is set, but Telegram's servers are abroad: unset it, or set ALLOW_OVERSEAS_CHANNEL=1 and OVERSEAS_DECISION to the number and date of the decision that allows it.";
  const wrong = wrongForBots(config);
  if (wrong !== null) return wrong;
  const { TELEGRAM_API_ROOT: root } = config;
  if (root?.startsWith("http://") === true && !isNear(root))
    return "TELEGRAM_API_ROOT would send the tokens in clear over the open network: use https://, or http:// to this machine or a private network.";
  const delivered = telegramBots(config).filter(({ mode }) => mode === "webhook");
  if (delivered.length === 0) return null;
  if (config.PUBLIC_URL?.startsWith("https://") !== true && config.TELEGRAM_API_ROOT === undefined)
    return "PUBLIC_URL is missing: Telegram delivers to an https:// address; set it, or TELEGRAM_MODE=polling.";
  if (delivered.some((bot) => bot.secret === undefined))
    return "TELEGRAM_WEBHOOK_SECRET is missing: set at least 32 random characters (openssl rand -hex 32).";
  return null;
}
