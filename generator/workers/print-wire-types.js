import { astToString, resolveRef, transformSchema } from "./private-files.js";

/**
 * TypeScript text of a document's types: what `openapiTS` does once it has linted and bundled a document. LOAD has done
 * that, and the bundler could fetch references.
 */
export function printWireTypes(document) {
  const options = { silent: true };
  const nodes = transformSchema(document, {
    ...options,
    emptyObjectsUnknown: true,
    injectFooter: [],
    // emit/types has written what they say into the unions.
    discriminators: { objects: {}, refsHandled: [] },
    resolve: (ref) => resolveRef(document, ref, options),
  });
  return astToString(nodes);
}
