// What the command would compile on every run, compiled once: the schema of overrides files, and the OpenAPI schemas that
// swagger-parser checks documents with. An esbuild plugin that takes the two modules of LOAD for the compiled checks.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { schemaOptions } from "../dist/generator/load/schema-options.js";

const require = createRequire(import.meta.url);
const { Ajv2020 } = require("ajv/dist/2020.js");
const { default: printStandalone } = require("ajv/dist/standalone/index.js");
const root = fileURLToPath(new URL("../", import.meta.url));

export const compileSchemas = {
  name: "compile-schemas",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]load-overrides-validator\.ts$/ }, () => ({
      contents: `${printOverrides()}\nexport const loadOverridesValidator = async () => validate;\n`,
    }));

    const versions = printOpenapi();
    onResolve({ filter: /^compiled:3\.[01]$/ }, ({ path }) => ({ path: path.slice(-3), namespace: "compiled" }));
    onLoad({ filter: /.*/, namespace: "compiled" }, ({ path }) => ({ contents: versions[path], resolveDir: root }));
    onLoad({ filter: /[\\/]load-schema-check\.ts$/ }, () => ({
      // Required where it is needed, so that only the version of the document is made.
      contents: `export const loadSchemaCheck = () => (document, version) => {
        const { validate } = version === "3.0" ? require("compiled:3.0") : require("compiled:3.1");
        return validate(document) ? [] : validate.errors;
      };`,
    }));
  },
};

function printOverrides() {
  const ajv = new Ajv2020({ ...schemaOptions, code: { source: true, esm: true } });
  ajv.addSchema(JSON.parse(readFileSync(`${root}spec/overrides.schema.json`, "utf8")), "overrides");
  return printStandalone(ajv, { validate: "overrides" });
}

/** swagger-parser's own step, run over an Ajv that keeps the code of what it is asked to check, so nothing is restated here. */
function printOpenapi() {
  const file = require.resolve("@apidevtools/swagger-parser/lib/validators/schema.js");
  const inside = createRequire(file);
  const found = [];
  for (const name of ["ajv/dist/2020", "ajv-draft-04"]) {
    const Ajv = inside(name).default;
    inside.cache[inside.resolve(name)].exports = class extends Ajv {
      constructor(options) {
        super({ ...options, validateSchema: false, code: { source: true, esm: true } });
      }
      validate(schema) {
        found.push(printStandalone(this, this.compile(schema)));
        return true;
      }
    };
  }
  const check = inside(file);
  check({ openapi: "3.0.3" });
  check({ openapi: "3.1.0" });
  if (found.length !== 2) throw new Error("swagger-parser no longer checks with the Ajv that it asks for");
  const [three, threeOne] = found;
  return { "3.0": three, 3.1: threeOne };
}
