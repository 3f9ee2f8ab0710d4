import type { Dialect } from "./dialect.js";
import { jsonSchema } from "./json-schema.js";
import { openai } from "./openai.js";

export type { Dialect, DialectTool } from "./dialect.js";

/** Every dialect of definitions/. A new one is a file beside this one and an entry here. */
export const dialects: readonly Dialect[] = [jsonSchema, openai];
