import { defineConfig } from "vitest/config";

// Every wait in a test ends by itself; this only stops a test that hangs.
const hangs = 10 * 60_000;

export default defineConfig({
  test: {
    testTimeout: hangs,
    hookTimeout: hangs,
    // The default leaves one of two cores idle.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts"],
          exclude: ["test/slow/**", "test/cases/*/expected/**", "**/node_modules/**"],
        },
      },
      { extends: true, test: { name: "slow", include: ["test/slow/**/*.test.ts"] } },
    ],
  },
});
