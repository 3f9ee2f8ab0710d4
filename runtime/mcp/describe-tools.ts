import { isObject } from "../json.js";
import type { AnyTool, JsonSchema, ToolAnnotations } from "../types.js";

/** A tool as `tools/list` returns it. */
export interface McpTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema?: JsonSchema;
  readonly annotations: ToolAnnotations & { readonly title: string };
}

export function describeTool({ annotations, description, inputSchema, name, outputSchema, title }: AnyTool): McpTool {
  return {
    name,
    title,
    description,
    inputSchema,
    ...(outputSchema && { outputSchema: isObjectSchema(outputSchema) ? outputSchema : wrapSchema(outputSchema) }),
    annotations: { title, ...annotations },
  };
}

/** The result of a tool in the form that its `outputSchema` promises: a root that is an object. */
export function structureResult({ outputSchema }: AnyTool, data: unknown): Readonly<Record<string, unknown>> {
  return isObject(data) && (!outputSchema || isObjectSchema(outputSchema)) ? data : { result: data };
}

function isObjectSchema({ type }: JsonSchema): boolean {
  return type === "object";
}

function wrapSchema(schema: JsonSchema): JsonSchema {
  // Definitions stay at the root, where references look for them.
  const { $defs, ...result } = schema;
  return { type: "object", properties: { result }, required: ["result"], ...($defs !== undefined && { $defs }) };
}
