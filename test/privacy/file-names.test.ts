import { expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { openCity, TEST_KEY } from "#test/support/city.ts";

// The name of a file is kept in clear, shown to staff and goes into exports.
test("what is personal in a file's name is kept nowhere, and the name of a photo stays as it is", async () => {
  const city = await openCity();
  try {
    const files = createFileStore(city.database.db, createVault(TEST_KEY), {
      clock: () => city.now,
      zone: "Asia/Shanghai",
    });
    const keep = async (name: string) => {
      const kept = await files.save("web:demo:liming", { name, type: "image/jpeg", bytes: Buffer.from("x") });
      return typeof kept === "string" ? kept : (await files.find(kept.id, "web:demo:liming"))?.name;
    };
    expect(await keep("张三13800139000.jpg")).toBe("张某〔电话〕.jpg");
    expect(await keep("身份证52011219800101123X.jpg")).toBe("身份证〔身份证号〕.jpg");
    for (const plain of [
      "IMG_20261125_123456.jpg",
      "mmexport1732512345678.jpg",
      "微信图片_20261125123456.jpg",
      "黄连村.jpg",
    ])
      expect(await keep(plain)).toBe(plain);
  } finally {
    await city.close();
  }
});
