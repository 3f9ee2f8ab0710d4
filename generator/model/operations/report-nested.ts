import type { ModelContext } from "../context.js";
import { holdsNested } from "../schema/holds-nested.js";
import { readSchemaTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";
import type { Style } from "./types.js";

/** The standard defines each style for one level: tells how a value inside another is sent, once a document. */
export function reportNested(
  { reporter, schemas: { defs } }: ModelContext,
  name: string,
  style: Style,
  schema: JsonSchema,
  pointer: string,
): void {
  const isNested = holdsNested(schema, defs);
  if (style === "deepObject") {
    if (!isNested && !readSchemaTypes(schema, defs).has("array")) return;
    reporter.spec({
      code: "nested-deep-object",
      severity: "warning",
      once: true,
      pointer,
      message: `OpenAPI defines the style deepObject for objects of plain values only. Lists and objects inside ${name}, and others like it, are sent as \`a[]=1\` and \`a[b][c]=1\`.`,
      fix: "Check that the service reads them so.",
    });
  } else if (isNested)
    reporter.spec({
      code: "nested-parameter",
      severity: "warning",
      once: true,
      pointer,
      message: `OpenAPI does not say how the style ${style} writes lists and objects inside others. Those of ${name}, and others like it, are sent as JSON text.`,
      fix: "Check that the service reads them so, or use `content` with application/json.",
    });
}
