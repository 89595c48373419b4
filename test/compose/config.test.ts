import { expect, test } from "vitest";
import { readConfig } from "#src/compose/config.ts";

test.each([
  ["MODEL_URL", "https://model.example"],
  ["MODEL_KEY", "a-key-of-some-length"],
  ["MODEL_NAME", "a-model"],
])("an operator who sets %s hears that this version does nothing with it", (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name} is set, but `);
  expect(() => readConfig({ [name]: value, FIELD_KEY: "x".repeat(40), DEMO: "0" })).toThrow(
    "is not in this version: unset it.",
  );
  expect(readConfig({ [name]: "" }).demo).toBe(true);
});

test("a token of WeChat without a puppet is no WeChat", () => {
  const settings = { WECHATY_TOKEN: "a-token-of-some-length", FIELD_KEY: "x".repeat(40), DEMO: "0" };
  expect(() => readConfig(settings)).toThrow("WECHATY_TOKEN is set without WECHATY_PUPPET");
});
