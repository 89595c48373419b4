import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // What a pump does by itself may take it a second.
    expect: { poll: { timeout: 5_000 } },
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**"],
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/no-leaks.ts"],
    reporters: ["default", "./test/support/closing-line.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // The program keeps nothing in its modules but what can be made again: read once, they serve every file. A worker
    // more than there are cores, since many a test waits for a clock.
    isolate: false,
    // postgres.js 3.4.9 asks each new connection for the types of arrays and hears nobody's answer: a server that is
    // taken away in that moment, as many tests do, leaves a rejection that belongs to no query of ours.
    onUnhandledError: (error) => {
      const facts = new Map<string, unknown>(Object.entries(error));
      const isCut = /^E(?:PIPE|CONNRESET)$/u.test(String(facts.get("code")));
      return !(isCut && String(facts.get("query")).includes("select b.oid, b.typarray"));
    },
    maxWorkers: 3,
  },
});
