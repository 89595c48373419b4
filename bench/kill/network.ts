import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChildSettings, Delivered, Sent } from "./wire.ts";

/** A network like those of the platforms: it delivers until it is acknowledged, and logs what it is sent. */
export type Network = {
  readonly url: string;
  /** Where it is Telegram's. */
  readonly telegram?: ChildSettings["telegram"];
  readonly log: readonly Sent[];
  /** Delivers one message, again and again until a service has acknowledged it; sometimes once more after that. */
  readonly deliver: (message: Delivered) => Promise<void>;
  /** Where services listen now; a delivery goes to the next of them in turn. */
  services: readonly number[];
  /** Called for every message as it arrives. */
  onSent: (sent: Sent) => void;
  /** How many messages it keeps that nobody has acknowledged. */
  readonly waiting: () => number;
  readonly deliveries: () => { tries: number; repeated: number };
  readonly close: () => Promise<void> | void;
};

const AGAIN_MS = 50;
const TIMEOUT_MS = 3_000;
/** Every so many deliveries one is made again although it was acknowledged. */
const REPEAT_EVERY = 20;

export async function openNetwork(): Promise<Network> {
  const log: Sent[] = [];
  const tally = { tries: 0, delivered: 0, repeated: 0 };
  const server = createServer((request, response) => {
    take(network, log, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const network: Network = {
    url: `http://127.0.0.1:${port}/`,
    log,
    services: [],
    onSent: () => undefined,
    deliver: async (message) => {
      while (!(await tryDelivery(network, message, tally))) await sleep(AGAIN_MS);
      tally.delivered += 1;
      if (tally.delivered % REPEAT_EVERY !== 0) return;
      tally.repeated += 1;
      await tryDelivery(network, message, tally);
    },
    waiting: () => 0,
    deliveries: () => ({ ...tally }),
    close: () => server.close().closeAllConnections(),
  };
  return network;
}

async function take(
  network: Network,
  log: Sent[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent = await receive(request);
  log.push(sent);
  network.onSent(sent);
  await sleep(2 + Math.random() * 4);
  answer(response, String(log.length));
}

async function receive(request: IncomingMessage): Promise<Sent> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const sent = JSON.parse(Buffer.concat(parts).toString("utf8")) as Omit<Sent, "at">;
  return { ...sent, at: performance.now() };
}

const answer = (response: ServerResponse, id: string): void => {
  if (!response.destroyed) response.writeHead(200).end(id);
};

async function tryDelivery(network: Network, message: Delivered, tally: { tries: number }): Promise<boolean> {
  tally.tries += 1;
  const port = network.services[tally.tries % Math.max(1, network.services.length)];
  if (port === undefined) return false;
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // nobody there, or killed before the answer: the network delivers again
  }
}
