import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../generator/load/parse-json.js";
import { parseYaml } from "../../../generator/load/parse-yaml.js";
import { scanJson } from "../../../generator/load/scan-json.js";
import { splitPointer, toPointer } from "../../../generator/shared/pointer.js";

/** Each path of keys that leads to a value. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const children = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...children.flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((holder, key) => (holder as Record<string, unknown>)[key], value);
}

describe("positions in JSON", () => {
  it("leads to the value of each path, whatever the blanks", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom("", " ", "\t", "  "), (value, indent) => {
        const text = `\n ${JSON.stringify(value, null, indent)}\n`;
        const parsed = parseJson(text);
        if (parsed.kind !== "value") throw new Error("refused");
        for (const path of pathsOf(parsed.value)) {
          const { valueOffset } = parsed.findSpan(path);
          const slice = text.slice(valueOffset, scanJson(text, valueOffset));
          expect(JSON.parse(slice)).toEqual(valueAt(parsed.value, path));
        }
      }),
    );
  });

  it("finds a fault in exactly the texts that are not JSON", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      "1",
      "-0.5e3",
      "01",
      "tru",
      "null",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const parsed = parseJson(text);
        expect(parsed.kind).toBe(valid ? "value" : "faults");
        if (parsed.kind === "faults") {
          // "for no reason" would mean that the scanner accepts what the language refuses.
          expect(parsed.faults[0]?.message).toMatch(/expected|behind|quote|control|escape/);
        }
      }),
      { numRuns: 2000 },
    );
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
