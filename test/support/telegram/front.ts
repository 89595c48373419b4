import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import type { TelegramServer } from "./server.ts";

/** One address for several bots, as Telegram's own is. */
export type Front = { readonly root: string; readonly close: () => Promise<void> };

/** Opens it: each call goes on to the server that knows its token. */
export async function openFront(servers: readonly TelegramServer[]): Promise<Front> {
  const http = createServer((call, response) => {
    const { url = "/", method = "POST", headers } = call;
    const server = servers.find(({ token }) => url.includes(`/bot${token}/`));
    if (server === undefined) {
      response.writeHead(401).end();
      return;
    }
    const onward = ask(`${server.root}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    call.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  return {
    root: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
