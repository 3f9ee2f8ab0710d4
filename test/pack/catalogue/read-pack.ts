import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Overrides } from "../../../generator/load/overrides.js";
import type { JsonObject } from "../../../generator/shared/json.js";

/** An entry of definitions/json-schema.json. */
export interface Definition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly outputSchema?: JsonObject;
  readonly annotations: JsonObject;
}

/** An entry of tools.lock.json, as far as these tests read it. */
export interface LockedTool {
  readonly name: string;
  readonly description: string;
  readonly group: string;
  readonly effect: string;
  readonly scope: string;
  readonly approval: boolean;
  readonly bind: string;
  readonly aliases: readonly string[];
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly inputSchema: JsonObject;
}

/** What the model gets: an entry of definitions/openai.json. */
export interface FunctionTool {
  readonly type: "function";
  readonly function: { readonly name: string; readonly description: string; readonly parameters: JsonObject };
}

const pack = new URL("../../../generated/mem0/", import.meta.url);
const read = (path: string, base: URL = pack): string => readFileSync(new URL(path, base), "utf8");

export const definitions: ReadonlyMap<string, Definition> = byName(JSON.parse(read("definitions/json-schema.json")));
export const lock: ReadonlyMap<string, LockedTool> = byName(JSON.parse(read("tools.lock.json")).tools);
export const functions: readonly FunctionTool[] = JSON.parse(read("definitions/openai.json"));
export const overrides: Overrides = parse(read("../../spec/mem0.overrides.yaml"));

function byName<T extends { readonly name: string }>(tools: readonly T[]): ReadonlyMap<string, T> {
  return new Map(tools.map((tool) => [tool.name, tool]));
}
