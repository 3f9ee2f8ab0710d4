import { describe, expect, it } from "vitest";
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
    auth: undefined,
  });
  expect(pack(`info: { title: "Ünï / code", version: v1 }`)).toMatchObject({
    name: "uni-code-toolpack",
    version: "0.0.0",
  });
});

describe("auth", () => {
  it.each([
    ["{ type: apiKey, in: header, name: X-Key }", { in: "header", name: "X-Key", prefix: "" }],
    ["{ type: apiKey, in: query, name: key }", { in: "query", name: "key", prefix: "" }],
    ["{ type: http, scheme: Bearer }", { in: "header", name: "Authorization", prefix: "Bearer " }],
    ["{ type: http, scheme: basic }", { in: "header", name: "Authorization", prefix: "Basic " }],
    ["{ type: oauth2, flows: {} }", { in: "header", name: "Authorization", prefix: "Bearer " }],
    ["{ type: mutualTLS }", undefined],
  ])("%s", (scheme, expected) => {
    const { auth } = pack(`components: { securitySchemes: { s: ${scheme} } }`);
    expect(auth).toEqual(expected && { ...expected, env: "TEST_API_KEY" });
  });

  it("takes the first scheme that the document asks for, or the one that the overrides name", () => {
    const spec = `security: [{ tls: [] }, { b: [] }]
components: { securitySchemes: { a: { type: apiKey, in: header, name: A }, b: { type: apiKey, in: header, name: B }, tls: { type: mutualTLS } } }`;
    expect(pack(spec).auth?.name).toBe("B");
    expect(pack(spec, "pack: { auth: { scheme: a, env: MY_KEY, prefix: 'Token ' } }").auth).toEqual({
      in: "header",
      name: "A",
      prefix: "Token ",
      env: "MY_KEY",
    });
  });
});
