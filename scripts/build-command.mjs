// Builds dist/command.cjs: all of our own code that the command runs, in one file. Node takes longer to find and link two
// hundred small modules than to read this file. It is CommonJS, so that packages are required, and only when the stage
// that needs them starts: before importing a package, Node parses it an extra time to detect its format.
// Users of the API get the modules that tsc builds.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { schemaOptions } from "../dist/generator/load/compile-schema.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Replaces the module that compiles the validator of overrides files with the compiled validator. */
const compileOverridesSchema = {
  name: "compile-overrides-schema",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]load[\\/]overrides-validator\.ts$/ }, () => {
      const require = createRequire(import.meta.url);
      const { Ajv2020 } = require("ajv/dist/2020");
      const { default: printStandalone } = require("ajv/dist/standalone");
      const ajv = new Ajv2020({ ...schemaOptions, code: { source: true, esm: true } });
      ajv.addSchema(JSON.parse(readFileSync(`${root}spec/overrides.schema.json`, "utf8")), "overrides");
      const validator = printStandalone(ajv, { validate: "overrides" });
      return { contents: `${validator}\nexport const loadOverridesValidator = () => validate;\n` };
    });
  },
};

await build({
  absWorkingDir: root,
  entryPoints: ["generator/commands/main.ts"],
  outfile: "dist/command.cjs",
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20.19",
  format: "cjs",
  // CommonJS has no import.meta; package-root.ts and createRequire need the location of this file.
  define: { "import.meta.url": "commandUrl" },
  banner: { js: 'const commandUrl = require("node:url").pathToFileURL(__filename).href;' },
  plugins: [compileOverridesSchema],
  logLevel: "warning",
});

// When a package is required, its default export is not where an import would find it.
const wrong = /__toESM\(require\("(?!node:)(.*?)"/.exec(readFileSync(`${root}dist/command.cjs`, "utf8"));
if (wrong !== null) throw new Error(`Require ${wrong[1]} with createRequire, or use a named export of it.`);
