import { planOperation } from "../../generator/plan/plan-operation.js";
import { fileOf, type ImportSymbol } from "../../generator/shared/import-symbol.js";
import type { Operation } from "../../runtime/index.js";
import { buildRequest, type WireRequest } from "../../runtime/request/build-request.js";
import { modelOf } from "./model-text.js";

/** The operation of a document's only tool, with the functions of the runtime that it names. */
export async function runtimeOperation(spec: string): Promise<Operation> {
  const { actions, pack } = modelOf(spec);
  const [action] = actions;
  if (action === undefined) throw new Error("The document makes no tool");
  return (await load(planOperation(action, pack))) as Operation;
}

/** What is sent for arguments of an operation that a document declares at POST /x. */
export async function requestOf(
  fields: string,
  args: Record<string, unknown>,
  version = "3.1.0",
): Promise<WireRequest> {
  return buildRequest(await runtimeOperation(specOf(fields, version)), args);
}

/** A document with one operation. `fields` is YAML in flow style: `parameters: [...]`. */
export function specOf(fields: string, version = "3.1.0", path = "/x", method = "post"): string {
  return `
openapi: ${version}
info: { title: T, version: "1" }
servers: [{ url: "https://api.example.test" }]
paths: { "${path}": { ${method}: { operationId: run, responses: { "200": { description: d } }, ${fields} } } }
`;
}

/** Planned data with every symbol replaced by what it names. */
async function load(planned: unknown): Promise<unknown> {
  if (typeof planned !== "object" || planned === null) return planned;
  if (Array.isArray(planned)) return Promise.all(planned.map(load));
  const file = fileOf(planned as ImportSymbol);
  if (file !== undefined) {
    const module = await import(new URL(`../../${file.replace(/\.js$/, ".ts")}`, import.meta.url).href);
    return module[(planned as ImportSymbol).name];
  }
  const entries = Object.entries(planned).map(async ([key, value]) => [key, await load(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
