import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { buildOverridesTypes } from "../../../scripts/build-overrides-types.mjs";

it("keeps the types of overrides the same as their JSON Schema (else run `npm run types:overrides`)", async () => {
  const committed = readFileSync(new URL("../../../generator/load/overrides.ts", import.meta.url), "utf8");
  expect(committed).toBe(await buildOverridesTypes());
});
