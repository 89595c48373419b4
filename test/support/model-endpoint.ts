import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What an endpoint was sent: the path, the headers, the parsed body. */
type Asked = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: { readonly messages: readonly { readonly role: string; readonly content: string }[] };
};

/** An OpenAI-compatible endpoint of our own, which answers what a test tells it to. */
export type ModelEndpoint = {
  readonly url: string;
  readonly asked: Asked[];
  /** What it answers to a text: the content of its message, or a status, or null for never. */
  answer: (text: string) => string | number | null;
  readonly close: () => void;
};

export async function openModelEndpoint(): Promise<ModelEndpoint> {
  const server = createServer((request, response) => {
    reply(endpoint, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const endpoint: ModelEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: [],
    answer: () => "{}",
    close: () => server.close().closeAllConnections(),
  };
  return endpoint;
}

async function reply(
  endpoint: ModelEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await receive(request);
  endpoint.asked.push(asked);
  const said = JSON.parse(asked.body.messages.at(-1)?.content ?? "{}") as { text: string };
  const answer = endpoint.answer(said.text);
  if (answer === null) return;
  if (typeof answer === "number") response.writeHead(answer, { location: "/elsewhere" }).end();
  else response.writeHead(200).end(JSON.stringify({ choices: [{ message: { content: answer } }] }));
}

async function receive(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as Asked["body"];
  return { path: request.url ?? "", authorization: request.headers.authorization, body };
}
