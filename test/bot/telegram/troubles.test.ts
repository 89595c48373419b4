import { expect, test } from "vitest";
import { createTroubles } from "#bot/telegram/troubles.ts";
import { throwUnreachable } from "#db/unreachable.ts";

const fails = (troubles: ReturnType<typeof createTroubles>, times: number): void => {
  for (let n = 0; n < times; n += 1) troubles.failed(1, new Error("nobody knows why"), false);
};

test("one deputy's words outlive whatever goes on failing after another was heard only once", () => {
  const troubles = createTroubles(() => 0);
  fails(troubles, 1);
  troubles.taken(2, true);
  fails(troubles, 12);
  expect(troubles.failsAtAll(1, false)).toBe(false);
  troubles.taken(3, false);
  expect(troubles.failsAtAll(1, false)).toBe(false);
  troubles.taken(4, true);
  expect(troubles.failsAtAll(1, false)).toBe(true);
});

test("what can never be stored hides nobody for ever: nothing else is shown before it is taken", () => {
  const troubles = createTroubles(() => 0);
  fails(troubles, 1);
  troubles.taken(2, true);
  fails(troubles, 6);
  expect(troubles.failsAtAll(1, true)).toBe(true);
});

test.each(["ENETDOWN", "EHOSTDOWN", "EMFILE", "CERT_HAS_EXPIRED", "28P01", "3D000", "57P03", "25006"])(
  "words that stand alone before all others outlive a database that is away: %s",
  async (code) => {
    const troubles = createTroubles(() => 0);
    const error = Object.assign(new Error(code), { code });
    const atTheDoor: unknown = await Promise.reject(error)
      .catch(throwUnreachable)
      .catch((one: unknown) => one);
    troubles.failed(1, atTheDoor, false);
    troubles.taken(2, true);
    for (let n = 0; n < 12; n += 1) troubles.failed(1, atTheDoor, false);
    expect([troubles.failsWhole(1), troubles.failsAtAll(1, true)]).toEqual([false, false]);
  },
);
