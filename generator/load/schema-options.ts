import type { Options } from "ajv";

/** How our own schemas are compiled, at run time and by the build. */
export const schemaOptions: Options = {
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: false,
  // The schemas are ours and tested; checking them on each run would take longer than all the rest of this.
  validateSchema: false,
  meta: false,
};
