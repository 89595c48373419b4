import { expect, test } from "vitest";
import { findAccessCode } from "#src/domain/access-code.ts";

test.each([
  "TQ4FM-G0419",
  "绑定 tq4fm g0419",
  "绑定码\uff1aTQ4FM-GO4I9",
  "绑定码是 tq4fm-g0419。",
  "我的绑定码是tq4fm-g0419",
])("%s is the code TQ4FMG0419", (said) => {
  expect(findAccessCode(said)).toBe("TQ4FMG0419");
});

test.each(["是的", "绑定码", "绑定码是什么", "我的绑定码是 tq4fm-g0419 请帮忙", "李明"])(
  "%s holds none",
  (said) => {
    expect(findAccessCode(said)).toBeUndefined();
  },
);
