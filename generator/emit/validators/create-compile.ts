import type { JsonSchema } from "../../model/types.js";
import { keywords } from "./keywords.js";
import { ajvParts } from "./load-ajv.js";

type Ajv = InstanceType<typeof ajvParts.Ajv>;

/** Source text of the validator of a schema. */
export type Compile = (schema: JsonSchema) => string;

/** One Ajv for all validators of a run, since most of its cost is starting. */
export function createCompile(): Compile {
  const instances = new Map<boolean, Ajv>();
  return (schema) => {
    // What these two need is carried by every function of an instance, so only schemas that use them pay for it.
    const rare = /"(unevaluated|\$dynamic)/.test(JSON.stringify(schema));
    const ajv = instances.get(rare) ?? createAjv(rare);
    instances.set(rare, ajv);
    return ajvParts.standalone(ajv, ajv.compile(structuredClone(schema)));
  };
}

function createAjv(rare: boolean): Ajv {
  const ajv = new ajvParts.Ajv({
    code: { source: true, esm: true, lines: true },
    // A definition used ten times is one function, not ten copies.
    inlineRefs: false,
    messages: false,
    ownProperties: true,
    strict: false,
    // Infinity and NaN would be sent as null.
    strictNumbers: true,
    // 0.07 is a multiple of 0.01, although not in binary.
    multipleOfPrecision: 8,
    validateSchema: false,
    meta: false,
    logger: false,
    next: true,
    unevaluated: rare,
    dynamicRef: rare,
  });
  for (const vocabulary of ajvParts.vocabularies) ajv.addVocabulary(vocabulary);
  for (const keyword of keywords) {
    ajv.removeKeyword(keyword.keyword);
    ajv.addKeyword(keyword);
  }
  return ajv;
}
