import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate` writes a new migration from the schema; a landed one is never edited. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: "./db/migrations",
});
