import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

const FOUND = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
const COMMAND = "zINSTREAM\0";

/** A clamd as it answers INSTREAM over TCP: the test file of all scanners is found, everything else is clean. */
export async function startClamd(): Promise<{
  readonly address: string;
  readonly close: () => Promise<void>;
}> {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      heard = Buffer.concat([heard, Buffer.from(chunk)]);
      const bytes = wholeStream(heard);
      if (bytes === undefined) return;
      socket.end(bytes.includes(FOUND) ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async (): Promise<void> => {
    server.close();
    await once(server, "close");
  };
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** What stands in the chunks, once the empty one has come. */
function wholeStream(heard: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let at = COMMAND.length;
  while (heard.length >= at + 4) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
