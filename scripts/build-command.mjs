// Makes dist/command.cjs: all of our own code that the command runs, in one file. Node takes longer to find and to link two
// hundred small modules than to read this one. CommonJS, since packages are then required, and only when the room that
// needs them starts: before it imports a package, Node parses it once more to find out which format it has.
// Users of the API get the modules that tsc makes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { schemaOptions } from "../dist/generator/load/compile-schema.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Puts the compiled validator of overrides files in the place of the module that compiles it. */
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
  // CommonJS has no import.meta; package-root.ts and createRequire ask for the place of this file.
  define: { "import.meta.url": "commandUrl" },
  banner: { js: 'const commandUrl = require("node:url").pathToFileURL(__filename).href;' },
  plugins: [compileOverridesSchema],
  logLevel: "warning",
});

// The default export of a package is not where an import would find it when the package is required.
const wrong = /__toESM\(require\("(?!node:)(.*?)"/.exec(readFileSync(`${root}dist/command.cjs`, "utf8"));
if (wrong !== null) throw new Error(`Require ${wrong[1]} with createRequire, or take a named export of it.`);
