import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import path from "node:path";
import type { DatabaseAddress } from "#db/client.ts";

/** A way over TCP to the tests' server, which has none by itself. */
export type Door = { readonly url: string; readonly close: () => void };

/** Opens it on a free port. What `isCut` says yes to never arrives: the caller's connection is reset instead. */
export async function openDoor(
  address: DatabaseAddress,
  isCut: (bytes: Buffer) => boolean = () => false,
): Promise<Door> {
  if (!("socketFolder" in address)) throw new TypeError("the server of the tests has a socket");
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(path.join(address.socketFolder, ".s.PGSQL.5432"));
    for (const one of [near, far]) sockets.add(one.on("error", () => undefined));
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy()).pipe(near);
    near.on("data", (bytes) => {
      if (isCut(bytes)) near.resetAndDestroy();
      else far.write(bytes);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://lvzhi@127.0.0.1:${port}/${address.database}`,
    close: () => {
      for (const one of sockets) one.destroy();
      server.close();
    },
  };
}
