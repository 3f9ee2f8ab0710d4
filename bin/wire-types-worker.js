// Runs openapi-typescript beside the rest of a run. Its parts are imported one by one, since the package's entry loads a
// linter and a bundler that a checked and bundled document does not need, and that could fetch references.
import { parentPort } from "node:worker_threads";
import { astToString } from "openapi-typescript/dist/lib/ts.mjs";
import { resolveRef, scanDiscriminators } from "openapi-typescript/dist/lib/utils.mjs";
import transformSchema from "openapi-typescript/dist/transform/index.mjs";

parentPort?.once("message", (document) => {
  parentPort?.postMessage(print(document));
});

function print(document) {
  try {
    const options = { silent: true };
    const nodes = transformSchema(document, {
      additionalProperties: false,
      alphabetize: false,
      arrayLength: false,
      conditionalEnums: false,
      dedupeEnums: false,
      defaultNonNullable: false,
      discriminators: scanDiscriminators(document, options),
      emptyObjectsUnknown: true,
      enum: false,
      enumValues: false,
      excludeDeprecated: false,
      exportType: false,
      generatePathParams: false,
      immutable: false,
      injectFooter: [],
      makePathsEnum: false,
      pathParamsAsTypes: false,
      propertiesRequiredByDefault: false,
      readWriteMarkers: false,
      rootTypes: false,
      rootTypesKeepCasing: false,
      rootTypesNoSchemaPrefix: false,
      silent: true,
      resolve: (ref) => resolveRef(document, ref, options),
    });
    return { text: astToString(nodes) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
