import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { startTelegram, type TelegramServer } from "./telegram/server.ts";

/** The real program in its own process at its most talkative, with everything it writes by the side kept for a search. */
export type CanaryHouse = {
  readonly folder: string;
  readonly telegram: TelegramServer;
  readonly sql: Sql;
  /** The cookie of the session that speaks. */
  cookie: string;
  /** What was written: log, metrics, commands, the database server's own log. */
  readonly written: Readonly<Record<string, string>>;
  /** Runs an operator's command and keeps what it said under a name, its errors apart; returns its standard output. */
  readonly operator: (where: string, ...words: readonly string[]) => Promise<string>;
  /** One request to the web chat; a string is sent as it is. */
  readonly request: (method: string, route: string, body?: unknown) => Promise<Response>;
  /** Says something and hears what comes until the words that are wanted; without any, for a moment. */
  readonly say: (text: string, wanted?: string) => Promise<string>;
  /** Reads the figures, ends the program, and reads what its database server logged. */
  readonly end: () => Promise<void>;
  readonly forget: () => Promise<void>;
};

export type CanarySecrets = { readonly FIELD_KEY: string; readonly METRICS_TOKEN: string };

/** Starts it outside demo mode, with Telegram, under these secrets. */
export async function openCanaryHouse(secrets: CanarySecrets): Promise<CanaryHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-canary-"));
  const telegram = await startTelegram();
  const env = { PATH: process.env["PATH"], ...settingsFor(folder, telegram), ...secrets };
  const written: Record<string, string> = {};
  const keep = (where: string, text: unknown): void => {
    written[where] = `${written[where] ?? ""}${String(text)}`;
  };
  const service = spawn(process.execPath, ["src/main.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
  service.stderr.on("data", (chunk) => keep("log", chunk));
  service.stdout.on("data", (chunk) => keep("ready", chunk));
  const url = await readUrl(() => written["ready"] ?? "");
  const sql = postgres({
    host: path.join(folder, "socket"),
    database: "lvzhi",
    username: "lvzhi",
    max: 1,
    onnotice: () => undefined,
  });
  let seen = { by: "", upTo: 0 };

  const request: CanaryHouse["request"] = (method, route, body) => {
    const type = body instanceof FormData ? {} : { "content-type": "application/json" };
    const isReady = body === undefined || body instanceof FormData || typeof body === "string";
    const content = body === undefined ? {} : { body: isReady ? body : JSON.stringify(body) };
    return fetch(`${url}/api/chat${route}`, {
      method,
      headers: { cookie: house.cookie, ...type },
      ...content,
    });
  };
  const hear = async (waitMs: number): Promise<string> => {
    // Another session is another conversation, with numbers of its own.
    if (seen.by !== house.cookie) seen = { by: house.cookie, upTo: 0 };
    const answer = await request("GET", `/messages?after=${seen.upTo}&waitMs=${waitMs}`);
    if (!answer.ok) return "";
    const entries = (await answer.json()) as { seq: number; text: string }[];
    seen = { ...seen, upTo: entries.at(-1)?.seq ?? seen.upTo };
    return entries.map((one) => one.text).join("\n");
  };
  const house: CanaryHouse = {
    folder,
    telegram,
    sql,
    cookie: "",
    written,
    request,
    operator: (where, ...words) =>
      new Promise((resolve) => {
        execFile(process.execPath, ["src/cli/lvzhi.ts", ...words], { env }, (_error, out, err) => {
          keep(where, out);
          keep(`${where}, errors`, err);
          resolve(out);
        });
      }),
    say: async (text, wanted) => {
      await request("POST", "/messages", { id: randomUUID(), text });
      const until = performance.now() + (wanted === undefined ? 2_500 : 20_000);
      let heard = "";
      while (performance.now() < until && !heard.includes(wanted ?? "\n")) heard += await hear(1_000);
      return heard;
    },
    end: async () => {
      const headers = { authorization: `Bearer ${secrets.METRICS_TOKEN}` };
      keep("metrics", await (await fetch(`${url}/metrics`, { headers })).text());
      service.kill("SIGTERM");
      await once(service, "exit");
      keep("postgres.log", readFileSync(path.join(folder, "postgres.log"), "utf8"));
    },
    forget: async () => {
      service.kill("SIGKILL");
      await sql.end();
      await telegram.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
}

const settingsFor = (folder: string, telegram: TelegramServer) => ({
  DATA_DIR: folder,
  PORT: "0",
  DEMO: "0",
  LOG_LEVEL: "debug",
  TELEGRAM_TOKEN: telegram.token,
  TELEGRAM_API_ROOT: telegram.root,
  ALLOW_OVERSEAS_CHANNEL: "1",
  OVERSEAS_DECISION: "测办〔2026〕1号 2026-01-01",
});

async function readUrl(ready: () => string): Promise<string> {
  for (;;) {
    const url = /^lvzhi ready (\S+) /mu.exec(ready())?.[1];
    if (url !== undefined) return url;
    await sleep(20);
  }
}
