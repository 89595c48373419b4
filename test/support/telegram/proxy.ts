import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** A proxy as offices have one: it opens a way for whoever asks, and remembers where to. */
export type Proxy = {
  readonly url: string;
  /** Hosts and ports that were asked for. */
  readonly asked: () => readonly string[];
  /** Every way leads to this address; until it is said, every way is refused. */
  readonly leadsTo: (root: string) => void;
  readonly close: () => Promise<void>;
};

/** Starts it on a free port of this machine. */
export async function openProxy(): Promise<Proxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let target: URL | undefined;
  const http = createServer((_request, response) => response.writeHead(405).end());
  http.on("connect", ({ url = "" }, client: Socket, head: Buffer) => {
    asked.push(url);
    sockets.add(client);
    if (target === undefined) {
      client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
      return;
    }
    const upstream = connect(Number(target.port), target.hostname, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    for (const one of [client, upstream]) one.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    asked: () => asked,
    leadsTo: (root) => {
      target = new URL(root);
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
