import { expect, test } from "vitest";
import { createVault } from "#db/vault.ts";

const vault = createVault("a field key of forty characters or so, ok");
const SAID = "群众的电话";

test("what was changed by one bit anywhere does not open", () => {
  const sealed = vault.seal(SAID);
  for (let at = 1; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => vault.open(changed)).toThrow();
  }
  expect(vault.open(sealed)).toBe(SAID);
});

test("it opens with no other key, and cut short with none", () => {
  const sealed = vault.seal(SAID);
  expect(() => createVault("another field key of forty characters!!").open(sealed)).toThrow();
  expect(() => vault.open(sealed.subarray(0, -1))).toThrow();
});

test("the same words never look the same twice", () => {
  const seals = Array.from({ length: 500 }, () => vault.seal(SAID).toString("base64"));
  expect(new Set(seals).size).toBe(500);
});

test("a fingerprint needs the key", () => {
  const other = createVault("another field key of forty characters!!");
  expect(vault.fingerprint(SAID)).toBe(vault.fingerprint(SAID));
  expect(vault.fingerprint(SAID)).not.toBe(other.fingerprint(SAID));
});
