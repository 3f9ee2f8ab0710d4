import type { Action, Argument } from "../../model/types.js";
import type { JsonObject } from "../../shared/json.js";
import { buildConstraints } from "./build-constraints.js";
import { buildFields } from "./build-fields.js";
import { buildPlaceText } from "./build-place-text.js";
import { buildTypeText } from "./build-type-text.js";
import type { FieldDoc } from "./tool-doc.js";

/** A row for each argument, followed by rows for the fields inside it. */
export function buildArguments(action: Action): readonly FieldDoc[] {
  return action.arguments.flatMap((argument) => [
    buildArgument(argument, action),
    ...buildFields(argument.schema, action.inputSchema, argument.name, 1),
  ]);
}

function buildArgument(argument: Argument, action: Action): FieldDoc {
  const root = action.inputSchema;
  return {
    name: argument.name,
    type: buildTypeText(argument.schema, root),
    required: argument.required,
    default: argument.schema.default === undefined ? "" : JSON.stringify(argument.schema.default),
    description: argument.description || buildWireDescription(argument),
    constraints: buildEnforced(argument, action).join("; "),
    sent: buildSent(argument, action),
  };
}

/** People have room for what the document says of a place; a model's schema may leave it out. */
function buildWireDescription({ places }: Argument): string {
  return places.map((place) => place.description).find((description) => description !== "") ?? "";
}

/** What is enforced, shown to the model or not, and what is added on the way. */
function buildEnforced(argument: Argument, action: Action): readonly string[] {
  const checked = readProperty(action.checkedSchema, argument.name);
  return [
    ...buildConstraints(checked ?? argument.schema, action.checkedSchema),
    ...(argument.wildcard === "refuse" ? ["`*` is refused unless the host allows it"] : []),
    ...(argument.fill === undefined
      ? []
      : [
          "from" in argument.fill
            ? `when absent, the value of \`${argument.fill.from}\` is sent`
            : `when absent, \`${JSON.stringify(argument.fill.value)}\` is sent`,
        ]),
  ];
}

function readProperty(schema: JsonObject, name: string): JsonObject | undefined {
  const properties = schema.properties as JsonObject | undefined;
  return properties !== undefined && Object.hasOwn(properties, name) ? (properties[name] as JsonObject) : undefined;
}

function buildSent(argument: Argument, action: Action): string {
  const { filters } = action;
  const places = argument.places.map((input) => buildPlaceText(input.place));
  const isClause = filters !== undefined && [...filters.ids, ...filters.clauses].includes(argument.name);
  if (isClause) places.push(`a clause of ${buildPlaceText(filters.at.place)}`);
  if (filters?.raw === argument.name && places.length === 0) places.push(buildPlaceText(filters.at.place));
  return places.join(", ");
}
