import { createRequire } from "node:module";
import type { JsonSchema } from "../../model/types.js";
import { keywords } from "./keywords.js";

type Ajv2020 = import("ajv/dist/2020.js").Ajv2020;

// Required, since their default exports resolve differently in Node and in a test runner when they are imported.
const require = createRequire(import.meta.url);
const { Ajv2020 } = require("ajv/dist/2020") as typeof import("ajv/dist/2020.js");
const standalone = (require("ajv/dist/standalone") as typeof import("ajv/dist/standalone/index.js")).default;

/** Source text of the validator of a schema. */
export type Compile = (schema: JsonSchema) => string;

/** One Ajv for all validators of a run, because creating it is most of its cost. */
export function createCompile(): Compile {
  const instances = new Map<boolean, Ajv2020>();
  return (schema) => {
    // What these keywords need is carried by every function of an instance, so only schemas that use them pay for it.
    const unevaluated = JSON.stringify(schema).includes('"unevaluated');
    const ajv = instances.get(unevaluated) ?? createAjv(unevaluated);
    instances.set(unevaluated, ajv);
    return standalone(ajv, ajv.compile(structuredClone(schema)));
  };
}

function createAjv(unevaluated: boolean): Ajv2020 {
  const ajv = new Ajv2020({
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
  });
  // Ajv2020 always enables both. A translated schema has no dynamic references.
  Object.assign(ajv.opts, { unevaluated, dynamicRef: false });
  for (const keyword of keywords) {
    ajv.removeKeyword(keyword.keyword);
    ajv.addKeyword(keyword);
  }
  return ajv;
}
