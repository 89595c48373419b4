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
    maxWorkers: 3,
  },
});
