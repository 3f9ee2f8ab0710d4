import { asObject, asText, type Json } from "../../shared/json.js";
import { resolveRef } from "../../shared/ref.js";
import { cleanText } from "../clean-text.js";
import type { ModelContext } from "../context.js";
import { readSchemaTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";
import { bodyInput } from "./build-body-inputs.js";
import type { ChosenMediaType } from "./choose-media-type.js";
import { FILE_HINT, FILE_SCHEMA } from "./file-schema.js";
import type { Refuse } from "./raw-operation.js";
import { splitDescription } from "./split-description.js";
import type { Input } from "./types.js";

/** A body that is one argument: its schema, translated and as the document writes it, and what its request says of it. */
interface WholeBody {
  readonly schema: JsonSchema;
  readonly raw: Json | undefined;
  readonly described: string;
  readonly required: boolean;
  readonly pointer: string;
}

/** The input for a body that stays one value: any JSON, the object of a form, a text or a file. */
export function buildWholeInput(
  { document, schemas }: ModelContext,
  { encoding, mediaType }: ChosenMediaType,
  { schema: translated, raw, described, required, pointer }: WholeBody,
  refuse: Refuse,
): Input {
  const { schema, description } = splitDescription(translated);
  const whole = { ...bodyInput("body:", "", pointer), required };
  const types = readSchemaTypes(schema, schemas.defs);
  const said = described || description || cleanText(asText(resolveRef(document, raw, "")?.value.description), 600);
  const join = (...sentences: readonly string[]): string => sentences.filter(Boolean).join(" ");
  switch (encoding) {
    case "json":
      return { ...whole, schema, description: said };
    case "form":
    case "multipart":
      if (types.size > 0 && !types.has("object"))
        refuse(
          "form-schema",
          `a form that is not an object (${mediaType}) is not supported`,
          pointer,
          "Use an object.",
        );
      return { ...whole, schema: types.size > 0 ? schema : { type: "object", ...schema }, description: said };
    case "text": {
      const isText = [...types].every((type) => type === "string" || type === "null");
      const kept = isText && !("$ref" in schema) ? schema : {};
      return { ...whole, schema: { type: "string", ...kept }, description: join(said, describeText(mediaType)) };
    }
    case "binary":
      if (asObject(resolveRef(document, raw, "")?.value.properties) !== undefined)
        refuse(
          "media-type",
          `an object as ${mediaType} is not supported`,
          pointer,
          "Use JSON, a form or multipart/form-data.",
        );
      return { ...whole, schema: FILE_SCHEMA, description: join(said, FILE_HINT), file: "one" };
  }
}

/** Plain text needs no word. */
function describeText(mediaType: string): string {
  return /^text\/(?:plain|\*)/i.test(mediaType) ? "" : `Text of the type ${mediaType}.`;
}
