import type { ActionOverride, ArgumentOverride } from "../../load/overrides.js";
import { asObject, asText, type Json, ownValue } from "../../shared/json.js";
import { readDef } from "../../shared/ref.js";
import { orderKeywords } from "../../shared/walk-schema.js";
import { cleanArgumentName, tellsWireName } from "../clean-argument-name.js";
import { readTypes } from "../schema/read-types.js";
import type { Argument, JsonSchema } from "../types.js";
import { checkValues } from "./check-values.js";
import type { ActionReport } from "./create-action-report.js";
import type { LocalDefs } from "./create-local-defs.js";
import type { PlacedArgument } from "./place-arguments.js";
import { readOverrideSchema } from "./read-override-schema.js";

/** An argument before the schemas of its action are assembled: its schema may still refer to shared definitions. */
export interface ArgumentDraft extends Argument {
  /** Enforced but not shown to the model. */
  readonly check: JsonSchema | undefined;
}

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
  const declared = readDeclared(placed, isId, local, defs, path, report);
  if (override.enum !== undefined || override.default !== undefined)
    checkValues(override, declared, new Map([...defs, ...local.defs]), path, report);

  const { description: inSchema, ...rules } = declared;
  const said = override.description ?? sayWireName(placed, asText(inSchema) || like?.description || "");
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
    check: joinChecks(
      like?.check,
      override.check && readOverrideSchema(override.check, [...path, "check"], name, local, report),
    ),
  };
}

/** The description, with the wire name where cleaning it has cut more than separators. */
function sayWireName({ name, like }: PlacedArgument, description: string): string {
  if (like === undefined || like.name === "" || name !== cleanArgumentName(like.name)) return description;
  if (tellsWireName(name, like.name)) return description;
  return [description.replace(/(?<=[\p{L}\p{N})`])$/u, "."), `Sent as \`${like.name}\`.`].join(" ");
}

function joinChecks(own: JsonSchema | undefined, added: JsonSchema | undefined): JsonSchema | undefined {
  return own && added ? { allOf: [own, added] } : (own ?? added);
}

/** The schema to which `enum`, `default` and `description` of the overrides are added. */
function readDeclared(
  { name, like, override }: PlacedArgument,
  isId: boolean,
  local: LocalDefs,
  defs: ReadonlyMap<string, JsonSchema>,
  path: readonly string[],
  report: ActionReport,
): JsonSchema {
  if (override.schema !== undefined)
    return readOverrideSchema(override.schema, [...path, "schema"], name, local, report);
  const declared = like?.schema ?? (isId ? { type: "string", minLength: 1 } : {});
  const wrap = override.items?.wrap;
  if (wrap === undefined) return declared;
  const unwrapped = unwrapItems(declared, wrap, defs);
  if (unwrapped !== undefined) return unwrapped;
  report.error(
    "wrap-without-list",
    [...path, "items"],
    `"${name}" is not a list of objects with the key "${wrap}".`,
    "Fix the key, or describe the list under `schema`.",
  );
  return declared;
}

function readFill(fill: ArgumentOverride["fill"]): Argument["fill"] {
  if (fill === undefined) return undefined;
  const object = asObject(fill);
  const from = ownValue(object, "from");
  return typeof from === "string" && Object.keys(object ?? {}).length === 1 ? { from } : { value: fill };
}

/** What a model sees of a list of objects with one key: a list of the key's values. */
function unwrapItems(list: JsonSchema, key: string, defs: ReadonlyMap<string, JsonSchema>): JsonSchema | undefined {
  const follow = (schema: JsonSchema | undefined): JsonSchema | undefined =>
    schema?.$ref === undefined ? schema : readDef(schema, defs);
  const outer = follow(list);
  const item = follow(asObject(outer?.items));
  const inner = asObject(ownValue(asObject(item?.properties), key));
  if (outer === undefined || inner === undefined || !readTypes(outer.type).includes("array")) return undefined;
  return { ...outer, items: inner };
}
