import { expect, test } from "vitest";
import { createPresence } from "#bot/wechat/presence.ts";
import { seen } from "#test/support/seen.ts";
import { silentLog } from "#test/support/silent-log.ts";

/** What was noted, in order, while the database is away for the first so many notes. */
function note(failures: number) {
  const noted: string[] = [];
  const presence = createPresence((began) => {
    const fails = noted.length < failures;
    noted.push(`${began ? "began" : "goes on"}${fails ? ", not stored" : ""}`);
    return fails ? Promise.reject(new Error("the database is away")) : Promise.resolve();
  }, silentLog);
  const all = (count: number) => seen(() => (noted.length === count ? noted : undefined));
  return { presence, all };
}

test("a log-in while the database is away is noted as one as soon as it is back, once", async () => {
  const { presence, all } = note(2);
  presence.broke();
  for (let beat = 0; beat < 3; beat += 1) presence.goesOn();
  expect(await all(4)).toEqual(["began, not stored", "began, not stored", "began", "goes on"]);
});

test("a break while another is being noted is noted as well", async () => {
  const { presence, all } = note(0);
  presence.broke();
  await Promise.resolve();
  presence.broke();
  expect(await all(2)).toEqual(["began", "began"]);
});
