import { type AddressInfo, connect as dial, createServer, type Socket } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect, isTransient } from "#db/client.ts";
import { cloneDatabase } from "#test/support/database.ts";

let own: Awaited<ReturnType<typeof cloneDatabase>>;
let wire: Awaited<ReturnType<typeof openWire>>;
let client: ReturnType<typeof connect>;
const unheard: unknown[] = [];
const note = (error: unknown): void => void unheard.push(error);
beforeAll(async () => {
  own = await cloneDatabase();
  wire = await openWire(own.address);
  process.on("unhandledRejection", note);
});
afterEach(() => client.end({ timeout: 1 }));
afterAll(async () => {
  process.off("unhandledRejection", note);
  wire.close();
  await own.drop();
});

/** A way to the server that can be cut where the driver asks for the types of arrays: the first `cuts` times. */
async function openWire(address: typeof own.address) {
  if (!("socketFolder" in address)) throw new TypeError("the server of the tests has a socket");
  const state = { cuts: 0, asked: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(path.join(address.socketFolder, ".s.PGSQL.5432"));
    for (const one of [near, far]) sockets.add(one.on("error", () => undefined));
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy()).pipe(near);
    near.on("data", (bytes) => {
      const isTypeQuery = bytes.includes("b.typarray");
      if (isTypeQuery) state.asked += 1;
      if (!isTypeQuery || state.asked > state.cuts) far.write(bytes);
      else near.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    address: { url: `postgres://lvzhi@127.0.0.1:${port}/${address.database}` },
    close: () => {
      for (const one of sockets) one.destroy();
      server.close();
    },
  });
}

/** A client whose first connections are cut so often. */
function openCut(cuts: number): void {
  wire.asked = 0;
  wire.cuts = cuts;
  client = connect(wire.address, 1);
}

const askArrays = async (): Promise<unknown> =>
  client<{ sum: number }[]>`select (${[1, 2]}::int4[])[2] as sum, array['a', 'b'] as words`;

test("a connection that is cut while the driver asks for the types of arrays fails whoever wanted it, and nothing else", async () => {
  openCut(1);
  const lost = await askArrays().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(isTransient(lost)).toBe(true);
  expect(await askArrays()).toEqual([{ sum: 2, words: ["a", "b"] }]);
  await sleep(20);
  expect(wire.asked).toBe(2);
  expect(unheard).toEqual([]);
});

test("so does the transaction that wanted it", async () => {
  openCut(1);
  const work = (): Promise<unknown> => client.begin((sql) => sql`select array[1, 2] as numbers`);
  await expect(work()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(await work()).toEqual([{ numbers: [1, 2] }]);
  await sleep(20);
  expect(unheard).toEqual([]);
});
