import type { Action, Argument, JsonSchema, Model } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import { isObject } from "../shared/json.js";
import { splitPointer } from "../shared/pointer.js";
import { createNamedTypes } from "./name-types.js";
import { planComment } from "./plan-comment.js";
import { planType, type TypeScope } from "./plan-type.js";
import { sameSchema } from "./same-schema.js";
import type { PropertyShape, ToolPlan, TypeShape } from "./types.js";

/** The properties of a tool's argument interface, required first, with the types that they use by name. */
export function planParams(
  action: Action,
  model: Model,
  components: ReadonlyMap<string, string>,
  symbol: ImportSymbol,
): Pick<ToolPlan, "params" | "types"> {
  const own = isObject(action.inputSchema.$defs)
    ? (action.inputSchema.$defs as Readonly<Record<string, JsonSchema>>)
    : {};
  const named = createNamedTypes(symbol);
  const declared: TypeScope = {
    schemas: model.schemas,
    componentOf: (name) => components.get(name),
    definitions: named.openScope(),
  };
  const shown: TypeScope = {
    schemas: own,
    componentOf: (name) =>
      sameSchema(own[name], model.schemas[name], own, model.schemas) ? components.get(name) : undefined,
    definitions: named.openScope(),
  };
  const shapes = action.arguments.map(
    (argument): PropertyShape => ({
      name: argument.name,
      optional: !argument.required,
      type: argumentType(argument, shown, declared),
      // Comments include the document's description, which the model's schema may omit.
      description: planComment(
        [argument.description, ...argument.places.map((place) => place.description), readFilter(argument, action)],
        argument.schema,
      ),
    }),
  );
  return { params: shapes.sort((a, b) => Number(a.optional) - Number(b.optional)), types: named.declared };
}

/** Describes an argument that becomes part of the filter. */
function readFilter({ name }: Argument, { filters }: Action): string {
  if (filters === undefined) return "";
  if (filters.raw === name) return filters.at.description;
  return [...filters.ids, ...filters.clauses].includes(name) ? `Sent as a clause of \`${filters.at.name}\`.` : "";
}

/**
 * The names under `$defs` that types/openapi.ts has the right type for, with the component's own name. A schema with
 * `readOnly` or `writeOnly` parts is not one of them: its type there has all parts.
 */
export function findComponents({ pointers = {} }: Pick<Model, "pointers">): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(pointers).flatMap(([name, pointer]): [string, string][] => {
      const [root, kind, component, ...below] = splitPointer(pointer);
      const isComponent = root === "components" && kind === "schemas" && below.length === 0;
      return isComponent && component ? [[name, component]] : [];
    }),
  );
}

/**
 * The document's own type where the argument is what its place declares, so that a component keeps its name; else the
 * argument's schema written out.
 */
function argumentType(argument: Argument, shown: TypeScope, declared: TypeScope): TypeShape {
  if (argument.places.some(({ file }) => file !== undefined)) return fileType(argument, shown);
  const [place] = argument.places;
  const asDeclared =
    place !== undefined &&
    argument.wrap === undefined &&
    sameSchema(argument.schema, place.schema, shown.schemas, declared.schemas);
  return asDeclared ? planType(place.schema, declared) : planType(argument.schema, shown);
}

/** Code may pass the content itself, too. */
function fileType({ schema }: Argument, shown: TypeScope): TypeShape {
  const isList = schema.type === "array";
  const written = planType(isList ? schema.items : schema, shown);
  const binary = (["Blob", "Uint8Array"] as const).map((name): TypeShape => ({ kind: "keyword", name }));
  const file: TypeShape = { kind: "union", of: [written, ...binary] };
  return isList ? { kind: "array", items: file } : file;
}
