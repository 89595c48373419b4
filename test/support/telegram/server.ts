import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { type Answer, answerCall, type Call, type State } from "./calls.ts";
import { UpdateQueue } from "./updates.ts";
import { deliver } from "./webhook.ts";

/** What a test makes the network do with a call, before it is looked at: nothing, an answer of its own, or silence. */
export type Interference = (call: Call) => Answer | "hang" | "hang-up" | "hang-up-after" | undefined;

/** A Bot API of our own: offsets, files, limits and refusals as Telegram's. */
export type TelegramServer = {
  readonly root: string;
  readonly token: string;
  readonly queue: UpdateQueue;
  readonly state: State;
  /** Every call that was answered, in order. */
  readonly calls: readonly Call[];
  interfere: Interference;
  /** How long the answer to a send is on its way, in milliseconds. */
  lagMs: number;
  /** Something happened: told to whoever polls, or delivered to the webhook. */
  readonly happen: (content: Omit<Update, "update_id">) => Update;
  /** Delivers an update to the webhook once more. */
  readonly redeliver: (update: Update) => void;
  readonly close: () => Promise<void>;
};

const TOKEN = "7000001:a-token-that-only-the-fake-knows-about";

/** Starts it on a free port of this machine, for one bot. */
export async function startTelegram(
  options: { readonly port?: number; readonly token?: string } = {},
): Promise<TelegramServer> {
  const { token: own = TOKEN } = options;
  const queue = new UpdateQueue(100_000_001);
  const calls: Call[] = [];
  const state: State = {
    queue,
    files: new Map(),
    messages: [],
    taps: new Set(),
    blocked: new Set(),
    deleted: new Set(),
    moved: new Map(),
    onMessage: () => undefined,
    webhook: null,
  };
  const http = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => {
    http.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = http.address() as AddressInfo;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname.startsWith(`/file/bot${own}/`)) {
      sendFile(state, url.pathname.split("/").at(-1) ?? "", response);
      return;
    }
    const [, via, token, method = ""] = /^(?:\/via\/([\w-]+))?\/bot([^/]+)\/(\w+)$/u.exec(url.pathname) ?? [];
    const call: Call = { method, payload: await readPayload(request), via };
    if (token !== own) {
      send(response, 401, { ok: false, error_code: 401, description: "Unauthorized" });
      return;
    }
    const meddled = server.interfere(call);
    if (meddled === "hang") return;
    if (meddled === "hang-up") {
      request.socket.destroy();
      return;
    }
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const answer = typeof meddled === "object" ? meddled : await answerCall(state, call, gone.signal);
    calls.push(call);
    if (server.lagMs > 0 && method.startsWith("send")) await sleep(server.lagMs);
    if (meddled === "hang-up-after") request.socket.destroy();
    else send(response, answer.status, answer.body);
  }

  const server: TelegramServer = {
    root: `http://127.0.0.1:${port}`,
    token: own,
    queue,
    state,
    calls,
    interfere: () => undefined,
    lagMs: 0,
    happen: (content) => {
      const update = queue.add(content);
      if (state.webhook !== null) deliver(state, update);
      return update;
    },
    redeliver: (update) => deliver(state, update),
    close: () =>
      new Promise((resolve) => {
        state.webhook = null;
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function sendFile(state: State, id: string, response: ServerResponse): void {
  const file = state.files.get(id);
  response.writeHead(file === undefined ? 404 : 200).end(file?.bytes);
}

async function readPayload(request: IncomingMessage): Promise<Call["payload"]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/"))
    return body.length === 0 ? {} : (JSON.parse(body.toString()) as Call["payload"]);
  return readMultipart(body, /boundary=(.+)$/u.exec(type)?.[1] ?? "");
}

// As forgiving as the real server: Node's own reader of forms refuses what grammY writes.
function readMultipart(body: Buffer, boundary: string): Call["payload"] {
  const payload: Record<string, unknown> = {};
  const text = body.toString("latin1");
  for (const part of text.split(`--${boundary}`)) {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    const name = /name="([^"]*)"/u.exec(head)?.[1];
    if (name === undefined) continue;
    const bytes = Buffer.from(rest.join("\r\n\r\n").replace(/\r\n$/u, ""), "latin1");
    const file = /filename="?([^"\r\n]*)"?/u.exec(head)?.[1];
    payload[name] =
      file === undefined ? bytes.toString() : { name: Buffer.from(file, "latin1").toString(), bytes };
  }
  return payload;
}
