import { beforeEach, expect, test } from "vitest";
import { createRoll, type Roll } from "#bot/wechat/roll.ts";

let contacts: string[];
let now: Date;
let roll: Roll;
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1_000);
};
beforeEach(() => {
  contacts = ["li", "wang"];
  now = new Date("2026-09-16T09:00:00+08:00");
  roll = createRoll(
    () => Promise.resolve(contacts),
    () => now,
  );
});

test("a deputy is gone once the list is whole and he was on it in neither of two looks half a minute apart", async () => {
  roll.isWhole();
  expect(await roll.look("zhang")).toBe("missing");
  later(29);
  expect(await roll.look("zhang")).toBe("missing");
  later(1);
  expect(await roll.look("zhang")).toBe("gone");
  expect(await roll.look("li")).toBe("listed");
});

test("while the list grows a deputy is missing and no more, however often he is looked for", async () => {
  for (let n = 0; n < 6; n += 1) {
    expect(await roll.look("zhang")).toBe("missing");
    contacts = [...contacts, `new-${n}`];
    later(20);
  }
});

test("a puppet that never calls its list whole is believed after half a minute without a change", async () => {
  expect(await roll.look("zhang")).toBe("missing");
  later(31);
  expect(await roll.look("zhang")).toBe("missing");
  later(31);
  expect(await roll.look("zhang")).toBe("gone");
});

test("a deputy who was on the list in between begins anew", async () => {
  roll.isWhole();
  await roll.look("zhang");
  contacts = [...contacts, "zhang"];
  later(20);
  expect(await roll.look("zhang")).toBe("listed");
  contacts = ["li", "wang"];
  later(20);
  expect(await roll.look("zhang")).toBe("missing");
});

test("from an empty list nothing is concluded", async () => {
  roll.isWhole();
  contacts = [];
  await roll.look("zhang");
  later(60);
  expect(await roll.look("zhang")).toBe("missing");
});
