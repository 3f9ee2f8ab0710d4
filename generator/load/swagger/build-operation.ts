import { isObject, type MutableJson, type MutableObject } from "../../shared/json.js";
import { formatType } from "./list-formats.js";
import type { Simplified } from "./simplify-operation.js";

/** What the conversion replaces in an operation, or what OpenAPI says elsewhere. */
const REPLACED = new Set(["consumes", "produces", "parameters", "responses", "schemes"]);

/** A converted operation with what the conversion was not told. */
export function buildOperation(
  raw: MutableObject,
  made: MutableObject,
  simplified: Simplified,
  held: readonly MutableJson[],
): MutableObject {
  const kept = Object.fromEntries(Object.entries(raw).filter(([key]) => !REPLACED.has(key)));
  const parameters = buildParameters(made, simplified);
  const { requestBody, responses } = made;
  if (isObject(requestBody)) {
    const { content } = requestBody;
    putBack(content, held);
    if (isObject(content) && Object.keys(simplified.encoding).length > 0) {
      for (const type of Object.values(content)) if (isObject(type)) type.encoding = simplified.encoding;
    }
  }
  for (const response of isObject(responses) ? Object.values(responses) : [])
    if (isObject(response)) putBack(response.content, held);
  return {
    ...kept,
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody !== undefined && { requestBody }),
    ...(responses !== undefined && { responses }),
  };
}

/** The converted parameters, with the forms of lists that OpenAPI lacks, and those that could not be read. */
export function buildParameters(made: MutableObject, { formats, odd }: Simplified): MutableJson[] {
  const parameters = Array.isArray(made.parameters) ? made.parameters : [];
  const written = parameters.map((parameter, index) => {
    const format = formats[index];
    if (format === undefined || !isObject(parameter)) return parameter;
    const { schema = {}, style: _, explode: __, ...rest } = parameter;
    return { ...rest, content: { [formatType(format)]: { schema } } };
  });
  return [...written, ...odd];
}

function putBack(content: MutableJson | undefined, held: readonly MutableJson[]): void {
  for (const type of isObject(content) ? Object.values(content) : []) {
    if (!isObject(type) || !isObject(type.schema)) continue;
    const schema = held[Number(type.schema["x-held"])];
    if (schema !== undefined) type.schema = schema;
  }
}
