import type { Action, Argument } from "../../model/types.js";
import { asObject, ownValue } from "../../shared/json.js";
import { buildConstraints } from "./build-constraints.js";
import { buildFields, type FieldDoc } from "./build-fields.js";
import { buildPlaceText } from "./build-place-text.js";
import { buildTypeText } from "./build-type-text.js";

/** Fields of an argument that a page lists: three levels of large objects would be millions. */
const most = 200;

/** A row for each argument, followed by rows for the fields inside it. */
export function buildArguments(action: Action): readonly FieldDoc[] {
  return action.arguments.flatMap((argument) => {
    const fields: FieldDoc[] = [];
    for (const field of buildFields(argument.schema, action.inputSchema, argument.name, 1)) {
      if (fields.length === most)
        return [buildArgument(argument, action, `has more fields than these ${most}`), ...fields];
      fields.push(field);
    }
    return [buildArgument(argument, action), ...fields];
  });
}

function buildArgument(argument: Argument, action: Action, ...more: readonly string[]): FieldDoc {
  return {
    name: argument.name,
    type: buildTypeText(argument.schema, action.inputSchema),
    required: argument.required ? "yes" : "",
    default: argument.schema.default === undefined ? "" : JSON.stringify(argument.schema.default),
    description: argument.description || buildWireDescription(argument),
    constraints: [...buildEnforced(argument, action), ...more].join("; "),
    sent: buildSent(argument, action),
  };
}

/** People have room for what the document says about a place; a model's schema may omit it. */
function buildWireDescription({ places }: Argument): string {
  return places.map((place) => place.description).find((description) => description !== "") ?? "";
}

/** Enforced constraints, including hidden ones, and values that are filled in. */
function buildEnforced({ name, schema, wildcard, fill }: Argument, action: Action): readonly string[] {
  const checked = asObject(ownValue(action.checkedSchema.properties, name));
  const constraints = [...buildConstraints(checked ?? schema, action.checkedSchema)];
  if (wildcard === "refuse") constraints.push("`*` is rejected unless the host sets `allowWildcards`");
  if (fill !== undefined) {
    const filled = "from" in fill ? `the value of \`${fill.from}\`` : `\`${JSON.stringify(fill.value)}\``;
    constraints.push(`if omitted, ${filled} is sent`);
  }
  return constraints;
}

function buildSent({ name, places }: Argument, { filters }: Action): string {
  const sent = places.map((input) => buildPlaceText(input.place));
  if (filters !== undefined) {
    const at = buildPlaceText(filters.at.place);
    if ([...filters.ids, ...filters.clauses].includes(name)) sent.push(`clause of ${at}`);
    if (filters.raw === name && sent.length === 0) sent.push(at);
  }
  return sent.join(", ");
}
