import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createClient } from "#bot/telegram/client.ts";
import { toFault } from "#bot/telegram/faults.ts";
import { Fault } from "#src/kernel/fault.ts";

const opened: Server[] = [];
afterEach(() => opened.splice(0).forEach((one) => one.close()));

test.each([
  ["ENETDOWN", "connect"],
  ["EHOSTDOWN", "connect"],
  ["EADDRNOTAVAIL", "connect"],
  ["EMFILE", "socket"],
  ["ECONNABORTED", "connect"],
  ["CERT_HAS_EXPIRED", undefined],
  ["ERR_TLS_CERT_ALTNAME_INVALID", undefined],
])("what never left for Telegram is no possible repeat: %s", (code, syscall) => {
  const cause = Object.assign(new Error(code), { code, ...(syscall === undefined ? {} : { syscall }) });
  expect(toFault(new TypeError("fetch failed", { cause })).code).toBe("channel.away");
});

test.each([
  ["ECONNRESET", "read"],
  ["ECONNABORTED", "write"],
])("what was cut off under way may have arrived: %s in %s", (code, syscall) => {
  const cause = Object.assign(new Error(code), { code, syscall });
  expect(toFault(new TypeError("fetch failed", { cause })).code).toBe("channel.unreachable");
});

test("a photo that breaks off while it is fetched is the network's fault, and held against nobody's message", async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write("half", () => response.destroy());
  });
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const client = createClient("1:token", `http://127.0.0.1:${port}`);
  const broken = await client
    .download("photos/1.jpg", AbortSignal.timeout(5_000))
    .catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(Fault);
});
