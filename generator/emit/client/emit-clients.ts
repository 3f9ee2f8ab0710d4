import type { GroupPlan, Plan, ToolPlan } from "../../plan/types.js";
import { asType, sourceOf } from "../../shared/import-symbol.js";
import type { SourceFile, Structure } from "../../workers/structures.js";
import { code, nameCode } from "../print/code.js";
import { buildDocs, cleanComment } from "../print/comment.js";
import { buildSource } from "../print/source.js";
import { buildConstant } from "../print/statements.js";
import { printIdentifier } from "../print/string.js";

type Class = Extract<Structure, { kind: "Class" }>;

/** client/<group>.ts: the operations as data, and a class with a method for each. */
export function emitClients({ groups, runtime }: Plan): SourceFile[] {
  return groups.map((group) =>
    buildSource(sourceOf(group.symbol), [
      ...group.tools.map(({ symbols: { operation, params, result }, operation: data }) =>
        buildConstant(operation, code`${runtime.Operation}<${params}, ${result}>`, data, ""),
      ),
      buildClass(group, runtime),
    ]),
  );
}

function buildClass(group: GroupPlan, runtime: Plan["runtime"]): Class {
  const client = asType(runtime.HttpClient);
  return {
    kind: "Class",
    name: printIdentifier(group.symbol.name),
    isExported: true,
    docs: buildDocs(group.description),
    properties: [{ name: "#http", isReadonly: true, type: code`${client}` }],
    ctors: [{ parameters: [{ name: "http", type: code`${client}` }], statements: ["this.#http = http;"] }],
    methods: group.tools.map((tool) => buildMethod(tool, runtime)),
  };
}

function buildMethod(
  tool: ToolPlan,
  { iterateStream, RequestOptions }: Plan["runtime"],
): NonNullable<Class["methods"]>[number] {
  const { operation, params, result } = tool.symbols;
  const { method, path } = tool.action.operation;
  const remarks = `\`${method} ${cleanComment(path).join("").replaceAll("`", "'")}\``;
  return {
    name: printIdentifier(tool.method),
    docs: buildDocs(tool.description, 0, remarks),
    parameters: [
      { name: "params", type: code`${params}`, ...(tool.optional && { initializer: "{}" }) },
      { name: "options", hasQuestionToken: true, type: code`${RequestOptions}` },
    ],
    ...(tool.action.operation.result.kind === "stream"
      ? {
          returnType: code`AsyncIterable<${result}[number]>`,
          statements: [code`return ${iterateStream}(this.#http, ${operation}, params, options);`],
        }
      : {
          returnType: code`Promise<${result}>`,
          statements: [code`return this.#http.request(${operation}, params, options);`],
        }),
  };
}

/** client/index.ts: the client, with one field per group. */
export function emitClientIndex({ groups, model, runtime, symbols }: Plan): SourceFile {
  const { ClientOptions, HttpClient } = runtime;
  return buildSource(sourceOf(symbols.client), [
    {
      kind: "Class",
      name: printIdentifier(symbols.client.name),
      isExported: true,
      docs: buildDocs(`Typed client of ${model.pack.title}.`),
      properties: groups.map(({ field, symbol, description }) => ({
        name: printIdentifier(field),
        isReadonly: true,
        type: code`${symbol}`,
        docs: buildDocs(description, 2),
      })),
      ctors: [
        {
          parameters: [{ name: "options", type: code`${ClientOptions}`, initializer: "{}" }],
          statements: [
            code`const http = new ${HttpClient}(${symbols.definition}, options);`,
            ...groups.map(({ field, symbol }) => code`this.${nameCode(field)} = new ${symbol}(http);`),
          ],
        },
      ],
    },
  ]);
}
