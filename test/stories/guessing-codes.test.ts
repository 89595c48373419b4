import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { bindAccount } from "#src/identify/bind.ts";
import { invitePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { silentLog } from "#test/support/silent-log.ts";

// A stranger tries codes, while a deputy has just been given the right one.
const vault = createVault(TEST_KEY);
const START = Date.parse("2026-11-20T10:00:00+08:00");
let city: City;
let alarms: string[];
beforeEach(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  alarms = [];
});
afterEach(() => city.close());

const tries = (sender: string, origin: string | undefined, code: string, minute: number) =>
  city.database.db.transaction((tx) =>
    bindAccount(
      tx,
      {
        vault,
        log: {
          ...silentLog,
          error: (event, facts) => {
            silentLog.error(event, facts);
            alarms.push(event);
          },
        },
      },
      { channel: "web", bot: "x", sender, conversation: sender, ...(origin === undefined ? {} : { origin }) },
      { code, given: undefined },
      new Date(START + minute * 60_000),
    ),
  );

const codeFor = async (name: string): Promise<string> => {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where name = ${name}`,
  );
  const [made] = await city.database.db.transaction((tx) =>
    invitePeople(tx, vault, [Number(row?.id)], new Date(START), randomBytes),
  );
  return made?.typed ?? "";
};

test("one sender who goes on and on closes the way in for himself and for nobody else", async () => {
  for (let at = 0; at < 400; at += 1) await tries("evil", undefined, `WRONG${at}`, at / 8);
  expect(await tries("evil", undefined, await codeFor("李明"), 49)).toBe("bad-code");
  expect(await tries("good", undefined, await codeFor("王芳"), 50)).toMatchObject({
    outcome: { name: "王芳" },
  });
});

test("one address block with ever new senders closes it for that block and for no other", async () => {
  for (let at = 0; at < 400; at += 1) await tries(`evil-${at}`, "block", `WRONG${at}`, at / 8);
  expect(await tries("neighbour", "block", await codeFor("李明"), 50)).toBe("bad-code");
  expect(await tries("good", "elsewhere", await codeFor("王芳"), 50)).toMatchObject({
    outcome: { name: "王芳" },
  });
  expect(alarms).toEqual([]);
});

test("guesses from everywhere close it to all for the hour, and the alarm is raised once", async () => {
  const code = await codeFor("王芳");
  for (let at = 0; at < 300; at += 1) await tries(`evil-${at}`, `block-${at % 20}`, `WRONG${at}`, at / 10);
  expect(alarms).toEqual(["codes.guessing"]);
  expect(await tries("good", "elsewhere", code, 31)).toBe("bad-code");
  expect(await tries("good", "elsewhere", code, 85)).toMatchObject({ outcome: { name: "王芳" } });
});
