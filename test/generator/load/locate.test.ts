import fc from "fast-check";
import { parseTree } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../generator/load/parse-json.js";
import { parseYaml } from "../../../generator/load/parse-yaml.js";
import { splitPointer, toPointer } from "../../../generator/shared/pointer.js";

/** Each path of keys that leads to a value. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const children = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...children.flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((holder, key) => (holder as Record<string, unknown>)[key], value);
}

function round(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

describe("positions in JSON", () => {
  it("leads to the value of each path, whatever the white space", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom("", " ", "\t", "  "), (value, indent) => {
        const text = `\n ${JSON.stringify(value, null, indent)}\n`;
        const parsed = parseJson(text);
        if (parsed.kind !== "value") throw new Error("refused");
        for (const path of pathsOf(parsed.value)) {
          const { valueOffset } = parsed.findSpan(path);
          // The library finds the end of the first value of a text.
          const length = parseTree(text.slice(valueOffset))?.length ?? 0;
          const found = JSON.parse(text.slice(valueOffset, valueOffset + length));
          expect(JSON.stringify(found)).toBe(JSON.stringify(valueAt(parsed.value, path), round));
        }
      }),
    );
  });

  it("leads to the last of a repeated key, and to the nearest ancestor of what is missing", () => {
    const text = '{"a": 1, "b": [{"a": 2, "a": 3}]}';
    const parsed = parseJson(text);
    if (parsed.kind !== "value") throw new Error("refused");
    expect(parsed.findSpan(["b", "0", "a"])).toEqual({
      keyOffset: text.lastIndexOf('"a"'),
      valueOffset: text.indexOf("3"),
    });
    expect(parsed.findSpan(["b", "0", "c", "d"]).valueOffset).toBe(text.indexOf("{", 1));
    expect(parsed.findSpan(["b", "7"]).valueOffset).toBe(text.indexOf("["));
  });
});

describe("positions in YAML", () => {
  const text = "a:\n  - x: 1\n  - &n { y: [1, 2] }\nb: *n\n";
  const parsed = parseYaml(text);
  if (parsed.kind !== "value") throw new Error("refused");
  const at = (...path: string[]): string => text.slice(parsed.findSpan(path).valueOffset).split("\n")[0] ?? "";

  it("leads to values in lists, maps and behind aliases", () => {
    expect(at("a", "0", "x")).toBe("1");
    expect(at("a", "1", "y", "1")).toBe("2] }");
    expect(at("b", "y", "1")).toBe("2] }");
  });

  it("leads to the last of a repeated key", () => {
    const twice = parseYaml("a: 1\nb: 2\na: 3\n");
    expect(twice.kind === "value" && twice.findSpan(["a"])).toEqual({ keyOffset: 10, valueOffset: 13 });
  });

  it("falls back to the nearest ancestor", () => {
    expect(at("a", "0", "missing", "deeper")).toBe("x: 1");
    expect(at("missing")).toBe("a:");
  });
});

it("keeps a path through its pointer", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (path) => {
      expect(splitPointer(toPointer(path))).toEqual(path);
    }),
  );
});
