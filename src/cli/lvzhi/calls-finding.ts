import { TELEGRAM_ROOT } from "#bot/telegram/client.ts";
import type { Config } from "#src/compose/config.ts";
import { type Finding, fine } from "./finding.ts";

/**
 * Whom the service calls, by its settings, and nobody else: the list for a firewall (ASVS 13.2.4). WeChat's library
 * picks its hosts itself.
 */
export function callsFinding(config: Config): Finding {
  const { DATABASE_URL, TELEGRAM_TOKEN, TELEGRAM_API_ROOT, WECHATY_PUPPET, CLAMD_ADDRESS, MODEL_URL } =
    config;
  const called = [
    hostOf(DATABASE_URL, "5432"),
    TELEGRAM_TOKEN === undefined ? null : hostOf(TELEGRAM_API_ROOT ?? TELEGRAM_ROOT),
    wechatHosts(WECHATY_PUPPET),
    CLAMD_ADDRESS ?? null,
    hostOf(MODEL_URL),
  ].filter((one) => one !== null);
  return fine(
    "calls",
    called.length === 0
      ? "out to nobody: a firewall may let nothing out"
      : `out to ${called.join(", ")} only: let a firewall allow that and nothing else`,
  );
}

const PORTS: Readonly<Record<string, string>> = { "https:": "443", "http:": "80" };

function hostOf(url: string | undefined, port?: string): string | null {
  if (url === undefined) return null;
  const at = new URL(url);
  return `${at.hostname}:${at.port === "" ? (port ?? PORTS[at.protocol] ?? "") : at.port}`;
}

function wechatHosts(puppet: Config["WECHATY_PUPPET"]): string | null {
  switch (puppet) {
    case "wechaty-puppet-wechat4u":
      return "*.wx.qq.com:443 and *.weixin.qq.com:443";
    case "wechaty-puppet-service":
      return "the gateway of WeChat's provider and api.chatie.io:443";
    default:
      return null;
  }
}
