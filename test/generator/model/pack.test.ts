import { expect, it } from "vitest";
import type { Pack } from "../../../generator/model/types.js";
import { modelOf } from "../../helpers/model-text.js";

const pack = (spec: string, overrides?: string): Pack => modelOf(spec, overrides).pack;

it("names the pack after the document", () => {
  expect(pack(`info: { title: "Train Travel API", version: 1.2.0, description: "For trains." }`)).toMatchObject({
    name: "train-travel-api-toolpack",
    title: "Train Travel API",
    version: "1.2.0",
    description: "For trains.",
    baseUrl: "https://api.test",
    schemes: [],
    security: [],
  });
  expect(pack(`info: { title: "Ünï / code", version: v1 }`)).toMatchObject({
    name: "uni-code-toolpack",
    version: "0.0.0",
  });
});
