import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readModel } from "../../../generator/read-model.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Everything in a value that JSON cannot hold, by its place. */
function findOdd(value: unknown, place = ""): readonly string[] {
  if (value === undefined || value === null || typeof value === "string" || typeof value === "boolean") return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [place];
  if (typeof value !== "object") return [place];
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return [place];
  return Reflect.ownKeys(value).flatMap((key) => {
    const { get, value: member } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    if (Array.isArray(value) && key === "length") return [];
    return typeof key === "symbol" || get !== undefined ? [place] : findOdd(member, `${place}/${key}`);
  });
}

it.each([
  "spec/mem0",
  "test/cases/filters",
  "test/cases/recursion",
  "test/cases/event-and-pages",
  "test/cases/no-operation-id",
])("is plain data that can be stored and copied: %s", async (input) => {
  const [spec, overrides] = input.startsWith("spec/")
    ? [`${input}.openapi.yaml`, `${input}.overrides.yaml`]
    : [`${input}/openapi.yaml`, `${input}/overrides.yaml`];
  const { model } = await readModel({
    spec,
    overlays: [],
    ...(existsSync(root + overrides) && { overrides }),
    cwd: root,
  });
  expect(findOdd(model)).toEqual([]);
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  expect(structuredClone(model)).toEqual(model);
});

it("would find what is not plain data", () => {
  const odd = {
    map: new Map(),
    call: () => 1,
    date: new Date(),
    list: [Number.NaN, 1],
    get lazy() {
      return 1;
    },
  };
  expect(findOdd(odd)).toEqual(["/map", "/call", "/date", "/list/0", ""]);
});
