import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test("a deputy's photo of megabytes opens as it was sent, and so does the next one", async () => {
  const files = createFileStore(city.database.db, createVault(TEST_KEY), {
    clock: () => city.now,
    zone: "Asia/Shanghai",
  });
  for (const size of [3_000_001, 512 * 1024]) {
    const bytes = randomBytes(size);
    const kept = await files.save("web:web:1", { name: "走访.jpg", type: "image/jpeg", bytes });
    if (typeof kept === "string") throw new Error("there was room");
    const found = await files.find(kept.id, "web:web:1");
    expect(found?.size).toBe(size);
    expect(found?.bytes.equals(bytes)).toBe(true);
  }
});

test("nobody's message waits while the database tries to make encrypted bytes smaller", async () => {
  const [column] = await city.database.db.execute<{ storage: string }>(sql`
    select attstorage storage from pg_attribute where attrelid = 'attachments'::regclass and attname = 'bytes'`);
  expect(column?.storage).toBe("e");
});
