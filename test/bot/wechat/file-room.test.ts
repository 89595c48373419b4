import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { LARGEST_FILE } from "#bot/keep-file.ts";
import { type Berth, createFileRoom } from "#bot/wechat/file-room.ts";

test("photos that wait for a database that is away fill no more of the memory than they may; the next ones wait their turn", async () => {
  const room = createFileRoom(3 * LARGEST_FILE);
  const inside: Berth[] = [];
  for (let n = 0; n < 6; n += 1) void room.enter().then((berth) => inside.push(berth));
  await turn();
  expect(inside).toHaveLength(3);
  // Two of them are photos of a phone, by far not as large as a file may be.
  for (const berth of inside.slice(0, 2)) berth.needs(LARGEST_FILE / 2);
  await turn();
  expect(inside).toHaveLength(4);
  inside[2]?.needs(0);
  await turn();
  expect(inside).toHaveLength(5);
});
