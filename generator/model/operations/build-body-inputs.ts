import { asObject } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Resolved } from "../../shared/ref.js";
import { orderKeywords } from "../../shared/walk-schema.js";
import { readTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";
import { FILE_HINT, FILE_SCHEMA } from "./file-schema.js";
import type { FlatObject } from "./flatten-object.js";
import { splitDescription } from "./split-description.js";
import type { FormPart, Input } from "./types.js";

/** What is known about a flat body besides its schema. */
interface BodyFacts {
  readonly required: boolean;
  readonly parts: Readonly<Record<string, FormPart>>;
  /** Its properties as the document writes them. */
  readonly properties: ReadonlyMap<string, Resolved>;
  /** Of its schema. */
  readonly pointer: string;
}

/** An input for each property of a body, and one for those that it does not name. */
export function buildBodyInputs(
  flat: FlatObject,
  { required, parts, properties, pointer }: BodyFacts,
): readonly Input[] {
  const named = [...flat.properties].map(([name, property]): Input => {
    const isFile = Object.hasOwn(parts, name) && parts[name]?.file !== undefined;
    return {
      ...bodyInput(
        joinPointer("body:", name),
        name,
        properties.get(name)?.pointer ?? joinPointer(pointer, "properties", name),
      ),
      ...(isFile ? readFileInput(property) : splitDescription(property)),
      required: required && flat.required.has(name),
      deprecated: properties.get(name)?.value.deprecated === true,
    };
  });
  if (flat.rest === undefined) return named;
  const { schema, description } = splitDescription(flat.rest);
  return [
    ...named,
    {
      ...bodyInput("body:*", "additional_properties", joinPointer(pointer, "additionalProperties")),
      schema: { type: "object", additionalProperties: Object.keys(schema).length === 0 ? true : schema },
      description: description || "Further properties, sent beside the others.",
      // A property that has an argument of its own is checked there.
      check: { propertyNames: { not: { enum: [...flat.properties.keys()] } } },
    },
  ];
}

/** An input of a body that says nothing yet. */
export function bodyInput(place: string, name: string, pointer: string): Input {
  return {
    place,
    in: "body",
    name,
    required: false,
    schema: {},
    description: "",
    deprecated: false,
    style: undefined,
    explode: false,
    allowReserved: false,
    pointer,
  };
}

/** A property that is a file or a list of files, in the form in which a model gives one. */
function readFileInput(property: JsonSchema): Pick<Input, "schema" | "description" | "file"> {
  const { schema, description } = splitDescription(property);
  const said = [description, FILE_HINT].filter(Boolean).join(" ");
  if (!readTypes(schema.type).includes("array") && asObject(schema.items) === undefined)
    return { schema: FILE_SCHEMA, description: said, file: "one" };
  const limits = Object.entries(schema).filter(([keyword]) => keyword === "minItems" || keyword === "maxItems");
  const items = orderKeywords({ ...FILE_SCHEMA, description: FILE_HINT });
  return { schema: { type: "array", items, ...Object.fromEntries(limits) }, description, file: "list" };
}
