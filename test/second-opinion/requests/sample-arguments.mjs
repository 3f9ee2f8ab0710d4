// Arguments for a tool, from its schema, by json-schema-faker.
import { Ajv2020 } from "ajv/dist/2020.js";
import { generateSync } from "json-schema-faker";

const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });

/** Text that each place has to encode in its own way. */
const awkward = ["a b", "x&y=z", "50%", "ä/ö", "a,b", "p|q", "1+1", "q?r#s", "[k]", "it's"];

const file = { text: "some text", name: "a.txt", type: "text/plain" };

/**
 * Arguments of a tool, the same for the same seed: `only` those that are required, or most of them. Undefined where the
 * library finds none that the schema accepts.
 */
export function sampleArguments({ action: { arguments: args, checkedSchema } }, seed, only) {
  let found;
  try {
    found = generateSync(shorten(checkedSchema), { seed, maxDefaultItems: 2, optionalsProbability: only ? 0 : 0.6 });
  } catch {
    return undefined;
  }
  if (typeof found !== "object" || found === null) return undefined;
  for (const { name, schema, places } of args) {
    if (found[name] === undefined) continue;
    const { type, ...rules } = schema;
    if (places.some((place) => place.file !== undefined)) found[name] = type === "array" ? [file] : file;
    // Free text becomes text that has to be encoded.
    else if (type === "string" && Object.keys(rules).every((key) => key === "description")) {
      const texts = places.some((place) => place.in === "header")
        ? awkward.filter((text) => !/[^ -~]/.test(text))
        : awkward;
      found[name] = texts[(seed + name.length) % texts.length];
    }
  }
  return accepts(checkedSchema, found) ? found : undefined;
}

function accepts(schema, value) {
  try {
    return ajv.validate(schema, value);
  } catch {
    return false;
  }
}

/** Limits that the library would fill, of 2^31 letters for example, become short ones. */
function shorten(schema) {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(shorten);
  const short = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, shorten(value)]));
  if (schema.maxLength > 40) short.maxLength = Math.max(40, schema.minLength ?? 0);
  if (schema.maxItems > 3) short.maxItems = Math.max(3, schema.minItems ?? 0);
  return short;
}
