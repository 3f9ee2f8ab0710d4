import type { ActionOverride, ArgumentOverride } from "../../load/overrides.js";
import { asObject, asText, type Json, ownValue } from "../../shared/json.js";
import { orderKeywords } from "../schema/order-keywords.js";
import { readTypes } from "../schema/read-types.js";
import type { Argument, JsonSchema } from "../types.js";
import type { ArgumentDraft } from "./argument-draft.js";
import type { ActionReport } from "./create-action-report.js";
import type { LocalDefs } from "./create-local-defs.js";
import type { PlacedArgument } from "./placed-argument.js";
import { readOverrideSchema } from "./read-override-schema.js";

/** Applies the overrides of one argument to what its place declares. */
export function draftArgument(
  placed: PlacedArgument,
  action: ActionOverride,
  local: LocalDefs,
  defs: ReadonlyMap<string, JsonSchema>,
  report: ActionReport,
): ArgumentDraft {
  const { name, like, override } = placed;
  const path = ["arguments", placed.key ?? name];
  const isId = action.filters?.ids.includes(name) === true;
  const declared =
    override.schema !== undefined
      ? readOverrideSchema(override.schema, [...path, "schema"], name, local, report)
      : override.items !== undefined
        ? unwrapItems(like?.schema ?? {}, override.items.wrap, defs, () =>
            report.error(
              "wrap-without-list",
              [...path, "items"],
              `"${name}" is no list of objects with the key "${override.items?.wrap}".`,
              "Correct the key, or say under `schema` what the list holds.",
            ),
          )
        : (like?.schema ?? (isId ? { type: "string", minLength: 1 } : {}));

  const { description: inSchema, ...rules } = declared;
  const said = override.description ?? (asText(inSchema) || like?.description || "");
  const description = said.trim();
  const fill = readFill(override.fill);
  const schema = orderKeywords(
    new Map<string, Json>([
      ...Object.entries(rules),
      ...(override.enum ? ([["enum", override.enum]] as const) : []),
      ...(override.default !== undefined ? ([["default", override.default]] as const) : []),
      ...(description !== "" ? ([["description", description]] as const) : []),
    ]),
  );
  return {
    name,
    required: override.required ?? (fill === undefined && !isId && placed.places.some((place) => place.required)),
    schema,
    description,
    places: placed.places,
    fill,
    wildcard: override.wildcard,
    wrap: override.items?.wrap,
    check: override.check && readOverrideSchema(override.check, [...path, "check"], name, local, report),
  };
}

function readFill(fill: ArgumentOverride["fill"]): Argument["fill"] {
  if (fill === undefined) return undefined;
  const object = asObject(fill);
  const from = ownValue(object, "from");
  return typeof from === "string" && Object.keys(object ?? {}).length === 1 ? { from } : { value: fill };
}

/** What a model sees of a list of objects with one key: a list of the key's values. */
function unwrapItems(
  list: JsonSchema,
  key: string,
  defs: ReadonlyMap<string, JsonSchema>,
  fail: () => void,
): JsonSchema {
  const follow = (schema: JsonSchema | undefined): JsonSchema | undefined =>
    typeof schema?.$ref === "string" ? defs.get(schema.$ref.slice("#/$defs/".length)) : schema;
  const outer = follow(list);
  const item = follow(asObject(outer?.items));
  const inner = asObject(ownValue(asObject(item?.properties), key));
  if (outer === undefined || inner === undefined || !readTypes(outer.type).includes("array")) {
    fail();
    return list;
  }
  return { ...outer, items: inner };
}
