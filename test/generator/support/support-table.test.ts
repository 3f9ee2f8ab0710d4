import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shapes } from "../../../generator/load/shapes.js";
import { swaggerShapes } from "../../../generator/load/swagger/swagger-shapes.js";
import { KEYWORDS } from "../../../generator/shared/keywords.js";
import { findSupport, supportTable } from "../../../generator/shared/support/table.js";
import type { Versions } from "../../../generator/shared/support/types.js";
import { buildSupportDoc } from "../../../scripts/build-support-doc.mjs";
import { type Fields, readKeywords, readNewest, readOfficial, readVocabulary } from "./official-fields.js";

type Version = "3.0" | "3.1" | "3.2";
const has: Readonly<Record<Version, readonly Versions[]>> = {
  "3.0": ["3.0+", "3.0"],
  "3.1": ["3.0+", "3.1+", "3.1"],
  "3.2": ["3.0+", "3.1+", "3.2+"],
};

/** The schema of 3.1 has it; the text of 3.1 does not. */
const excused: ReadonlySet<string> = new Set(["Header.allowEmptyValue"]);

/** What the schemas do not have: a field that 3.1 describes in another place, and a keyword of an earlier draft. */
const unlisted: Readonly<Record<Version, readonly string[]>> = {
  "3.0": [],
  "3.1": ["PathItem.$ref", "Schema.additionalItems"],
  "3.2": ["Schema.additionalItems"],
};

function officialOf(version: Version): Fields {
  if (version === "3.0") return readOfficial("v3");
  const fields = version === "3.1" ? new Map([...readOfficial("v31"), ...readVocabulary()]) : new Map(readNewest());
  fields.set("Schema", new Set([...readKeywords(), ...(fields.get("Schema") ?? [])]));
  return fields;
}

function ourFields(object: string, version: Version): string[] {
  const rows = supportTable[object] ?? [];
  return rows.filter(([, versions]) => has[version].includes(versions)).map(([field]) => field);
}

describe.each<Version>(["3.0", "3.1", "3.2"])("OpenAPI %s", (version) => {
  const official = officialOf(version);

  test("the schemas are read", () => {
    expect(official.size).toBeGreaterThan(25);
    expect(official.get("Operation")?.has("requestBody")).toBe(true);
    expect(official.get("Flow")?.has("tokenUrl")).toBe(true);
  });

  test("every field of every object has a row", () => {
    const missing = [...official].flatMap(([object, fields]) => {
      const ours = new Set(ourFields(object, version));
      return [...fields].filter((field) => !ours.has(field)).map((field) => `${object}.${field}`);
    });
    expect(missing.filter((name) => !excused.has(name))).toEqual([]);
  });

  test("no row is of a field that the version does not have", () => {
    const spare = Object.keys(supportTable).flatMap((object) =>
      ourFields(object, version)
        .filter((field) => official.get(object)?.has(field) !== true)
        .map((field) => `${object}.${field}`),
    );
    expect(spare).toEqual(unlisted[version]);
  });
});

test("every field that LOAD gives a kind has a row, and the other way round", () => {
  for (const [object, fields] of Object.entries(shapes)) {
    if (Object.hasOwn(swaggerShapes, object)) continue;
    const known = Object.keys(fields).filter((field) => field !== "*");
    expect(
      known.filter((field) => findSupport(object, field) === undefined && !excused.has(`${object}.${field}`)),
    ).toEqual([]);
    if (object === "Schema") continue;
    const ours = [...ourFields(object, "3.0"), ...ourFields(object, "3.1"), ...ourFields(object, "3.2")];
    expect(ours.filter((field) => field !== "$ref" && !known.includes(field) && !("*" in fields))).toEqual([]);
  }
});

test("the keywords that tools keep are those that are honoured", () => {
  // Read by the translation, which turns them into others or looks at what they name.
  const translated = new Set([
    "readOnly",
    "writeOnly",
    "nullable",
    "discriminator",
    "definitions",
    "contentMediaType",
    "contentSchema",
  ]);
  const honoured = (supportTable.Schema ?? []).filter(([, , state]) => state === "honoured").map(([field]) => field);
  expect(honoured.filter((field) => !translated.has(field)).sort()).toEqual([...KEYWORDS.keys()].sort());
});

test("the page for users shows the table (else run `npm run docs:support`)", () => {
  const page = readFileSync(new URL("../../../docs/openapi-support.md", import.meta.url), "utf8");
  expect(page).toBe(buildSupportDoc(supportTable));
});
