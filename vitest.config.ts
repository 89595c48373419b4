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
    maxWorkers: 2,
  },
});
