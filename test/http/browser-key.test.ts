import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "#test/support/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function keyOf(cookie: string) {
  const answer = await fetch(`${desk.url}/api/chat/key`, { headers: { cookie } });
  const { key } = (await answer.json()) as { key?: string };
  return { status: answer.status, cache: answer.headers.get("cache-control"), key };
}

test("each session has a key of its own for what its browser keeps, the same at every visit, and none once it has ended", async () => {
  const [mine, others] = [await desk.enter("李明"), await desk.enter("王芳")];
  const { key = "", ...answer } = await keyOf(mine);
  expect(answer).toEqual({ status: 200, cache: "no-store" });
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect((await keyOf(mine)).key).toBe(key);
  expect((await keyOf(others)).key).not.toBe(key);
  await desk.leave(mine);
  expect(await keyOf(mine)).toMatchObject({ status: 401, key: undefined });
  expect((await keyOf("")).status).toBe(401);
});

test("why nobody is let in is said with the marks that Chinese is printed with", async () => {
  const answer = await desk.post("session", { code: "0000000000" });
  expect(await answer.json()).toMatchObject({ message: "这个绑定码不能用\uff0c请核对后再试。" });
});
