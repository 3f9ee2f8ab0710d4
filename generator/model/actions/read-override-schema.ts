import { asList, asObject, type JsonObject } from "../../shared/json.js";
import { DROPPED, KEYWORDS } from "../../shared/keywords.js";
import { joinPointer } from "../../shared/pointer.js";
import { visitBelow } from "../../shared/walk-schema.js";
import { type Translation, translateSchema } from "../schema/translate-schema.js";
import type { JsonSchema } from "../types.js";
import type { ActionReport } from "./create-action-report.js";
import type { LocalDefs } from "./create-local-defs.js";

/** A schema from the overrides, translated like those of the document. */
export function readOverrideSchema(
  schema: JsonObject,
  path: readonly string[],
  argument: string,
  local: LocalDefs,
  report: ActionReport,
): JsonSchema {
  const own = asObject(schema.$defs) ?? {};
  const names = new Map(
    Object.entries(own).map(([name, content]) => [name, local.name(name, argument, asObject(content) ?? {})]),
  );
  reportUnknownKeywords(schema, path, report);
  const translation: Translation = {
    version: "3.1",
    impliesType: false,
    drops: () => false,
    droppedNames: () => new Set<string>(),
    partsOf: (part, keyword) => asList(part[keyword]).map((raw) => ({ raw })),
    unionOf: () => "oneOf",
    namesTogether: () => undefined,
    ref(ref: string): string | undefined {
      const name = names.get(ref.replace(/^#\/\$defs\//, ""));
      if (name === undefined)
        report.unknown(
          { code: "unknown-definition", kind: "definition", name: ref },
          path,
          [...names.keys()].map((known) => `#/$defs/${known}`),
          "add it to the `$defs` of this schema",
        );
      return name;
    },
    report({ code, message, fix }) {
      report.error(code, path, message, fix);
    },
  };
  for (const [name, content] of Object.entries(own)) {
    const free = names.get(name);
    if (free !== undefined) local.defs.set(free, translateSchema(content, joinPointer("", "$defs", name), translation));
  }
  const { $defs: _, ...root } = schema;
  return translateSchema(root, "", translation);
}

function reportUnknownKeywords(schema: JsonSchema, path: readonly string[], report: ActionReport): void {
  const isKnown = (keyword: string): boolean =>
    KEYWORDS.has(keyword) || DROPPED.has(keyword) || keyword === "nullable" || keyword.startsWith("x-");
  for (const keyword of Object.keys(schema))
    if (!isKnown(keyword))
      report.unknown(
        { code: "unknown-keyword", kind: "schema keyword", name: keyword },
        path,
        KEYWORDS.keys(),
        "remove it",
      );
  visitBelow(schema, (below) => reportUnknownKeywords(below, path, report));
}
