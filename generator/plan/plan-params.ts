import type { Action, Argument, JsonSchema, Model } from "../model/types.js";
import { isObject } from "../shared/json.js";
import { splitPointer } from "../shared/pointer.js";
import { planComment } from "./plan-comment.js";
import { planType, type TypeScope } from "./plan-type.js";
import { sameSchema } from "./same-schema.js";
import type { PropertyShape, TypeShape } from "./types.js";

/** The properties of a tool's argument interface, required first. */
export function planParams(action: Action, model: Model, components: ReadonlyMap<string, string>): PropertyShape[] {
  const own = isObject(action.inputSchema.$defs)
    ? (action.inputSchema.$defs as Readonly<Record<string, JsonSchema>>)
    : {};
  const shapes = action.arguments.map(
    (argument): PropertyShape => ({
      name: argument.name,
      optional: !argument.required,
      type: argumentType(argument, own, model, components),
      // Comments include the document's description, which the model's schema may omit.
      description: planComment(
        [argument.description, ...argument.places.map((place) => place.description), readFilter(argument, action)],
        argument.schema,
      ),
    }),
  );
  return shapes.sort((a, b) => Number(a.optional) - Number(b.optional));
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
function argumentType(
  argument: Argument,
  own: Readonly<Record<string, JsonSchema>>,
  model: Model,
  components: ReadonlyMap<string, string>,
): TypeShape {
  if (argument.places.some(({ file }) => file !== undefined)) return fileType(argument, own);
  const declared: TypeScope = { schemas: model.schemas, componentOf: (name) => components.get(name) };
  const [place] = argument.places;
  if (place !== undefined && argument.wrap === undefined) {
    if (sameSchema(argument.schema, place.schema, own, model.schemas)) return planType(place.schema, declared);
  }
  return planType(argument.schema, {
    schemas: own,
    componentOf: (name) =>
      sameSchema(own[name], model.schemas[name], own, model.schemas) ? components.get(name) : undefined,
  });
}

/** Code may pass the content itself, too. */
function fileType({ schema }: Argument, own: Readonly<Record<string, JsonSchema>>): TypeShape {
  const isList = schema.type === "array";
  const written = planType(isList ? schema.items : schema, { schemas: own, componentOf: () => undefined });
  const binary = (["Blob", "Uint8Array"] as const).map((name): TypeShape => ({ kind: "keyword", name }));
  const file: TypeShape = { kind: "union", of: [written, ...binary] };
  return isList ? { kind: "array", items: file } : file;
}
