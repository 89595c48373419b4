import { expect, test } from "vitest";
import { claimsPresence } from "#src/domain/attendance/claims-presence.ts";

test.each([
  "当天我在会场",
  "我那天去了的,签到本上有我",
  "我去了的呀",
  "我签了到",
  "我参加了的",
  "登记不对,我到会了",
  "坐在后排",
])("%s: the deputy was there", (words) => {
  expect(claimsPresence(words)).toBe(true);
});

test.each([
  "我那天请过假的",
  "我在住院",
  "那天去了医院",
  "我不在会场,在村里救火",
  "没去成,路断了",
  "没有人通知我",
  "去了县里出差",
  "",
])("%s: the deputy was away, or does not say", (words) => {
  expect(claimsPresence(words)).toBe(false);
});
