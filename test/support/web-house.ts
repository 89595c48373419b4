import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { z } from "zod";
import { readConfig } from "#src/compose/config.ts";
import { run } from "#src/compose/run.ts";
import { silentLog } from "./silent-log.ts";

const Numbers = z.record(z.string(), z.number());

/** A message as the web chat shows it. */
export type Shown = {
  readonly seq: number;
  readonly text: string;
  readonly kind: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly number?: string;
};

/** The service as people meet it: the demo on a database of its own, spoken to over HTTP. */
export type WebHouse = {
  readonly url: string;
  readonly dataDir: string;
  readonly sql: Sql;
  readonly speak: (persona: string, words: Words) => Promise<readonly Shown[]>;
  /** What a persona was sent since last looked; waits for the first up to `waitMs`. */
  readonly hear: (persona: string, waitMs?: number) => Promise<readonly Shown[]>;
  /** Runs an operator's command beside the service; the JSON of its last line. */
  readonly operator: (...words: readonly string[]) => Promise<Readonly<Record<string, number>>>;
  readonly close: () => Promise<void>;
};

export type Words = { readonly text?: string; readonly choice?: string; readonly sentAt?: string };

/** Starts the demo with its clock at `at`, on a folder that is removed afterwards. */
export async function openWebHouse(at: string): Promise<WebHouse> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "lvzhi-house-"));
  const config = readConfig({ DATA_DIR: dataDir, PORT: "0", DEMO: "1", DEMO_CLOCK: at });
  const running = await run(config, () => new Date(), silentLog);
  const sql = postgres({
    host: path.join(dataDir, "socket"),
    database: "lvzhi",
    username: "lvzhi",
    max: 1,
    onnotice: () => undefined,
  });
  const seen = new Map<string, number>();
  const list = async (persona: string, waitMs: number): Promise<Shown[]> => {
    const after = seen.get(persona) ?? 0;
    const answer = await fetch(
      `${running.url}/api/chat/messages?persona=${persona}&after=${after}&waitMs=${waitMs}`,
    );
    const shown = (await answer.json()) as Shown[];
    seen.set(persona, shown.at(-1)?.seq ?? after);
    return shown;
  };
  return {
    url: running.url,
    dataDir,
    sql,
    speak: async (persona, words) => {
      await list(persona, 0);
      const answer = await fetch(`${running.url}/api/chat/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ persona, id: randomUUID(), ...words }),
      });
      if (answer.status !== 202) throw new Error(`the web chat answered ${answer.status}`);
      const shown = await list(persona, 10_000);
      return [...shown, ...(await list(persona, 60))];
    },
    hear: async (persona, waitMs = 10_000) => {
      const shown = await list(persona, waitMs);
      return [...shown, ...(await list(persona, 150))];
    },
    operator: (...words) => operate(dataDir, words),
    close: async () => {
      await sql.end();
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function operate(dataDir: string, words: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const env = { PATH: process.env["PATH"], DATA_DIR: dataDir };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ["src/cli/lvzhi.ts", ...words], { env }, (error, out, err) => {
      if (error === null) resolve(Numbers.parse(JSON.parse(out.trimEnd().split("\n").at(-1) ?? "{}")));
      else reject(new Error(err));
    });
  });
}
