import type { AnySchemaObject } from "ajv";
import { type Node, type OpenDocument, openDocument, type Place } from "./open-document.js";
import type { OperationSpec, Parameter } from "./types.js";

const METHODS = ["get", "put", "post", "delete", "patch"];
let operations: readonly OperationSpec[] | undefined;

/** The operations of the document, each with a validator for every parameter and for its body. Read once. */
export function readDocument(): readonly OperationSpec[] {
  operations ??= readOperations(openDocument());
  return operations;
}

function readOperations(document: OpenDocument): OperationSpec[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const base = `/paths/${path.replaceAll("/", "~1")}`;
    const shared = readParameters(document, base, item);
    return METHODS.filter((method) => method in item).map((method): OperationSpec => {
      const place = document.at(`${base}/${method}`);
      return {
        id: String(place.node.operationId),
        method: method.toUpperCase(),
        path,
        parameters: [...shared, ...readParameters(document, place.pointer, place.node)],
        body: readBody(document, place),
        answers: readAnswers(document, place),
      };
    });
  });
}

function readParameters(document: OpenDocument, base: string, { parameters }: Node): Parameter[] {
  return ((parameters ?? []) as unknown[]).map((_, index) => {
    const place = document.at(`${base}/parameters/${index}`);
    const { name, in: location, required } = place.node as unknown as Parameter;
    const json = document.schemaOf(place);
    const schema = json ?? document.at(`${place.pointer}/schema`);
    return {
      name,
      in: location,
      required: required === true,
      isJson: json !== undefined,
      isList: schema.node.type === "array",
      validate: document.compile(schema.pointer),
    };
  });
}

function readBody(document: OpenDocument, { pointer, node }: Place): OperationSpec["body"] {
  if (node.requestBody === undefined) return undefined;
  const body = document.at(`${pointer}/requestBody`);
  const schema = document.schemaOf(body);
  return schema && { required: body.node.required === true, validate: document.compile(schema.pointer) };
}

function readAnswers(document: OpenDocument, { pointer, node }: Place): OperationSpec["answers"] {
  const answers = new Map<string, AnySchemaObject>();
  for (const status of Object.keys(node.responses as object)) {
    const schema = document.schemaOf(document.at(`${pointer}/responses/${status}`));
    if (schema !== undefined) answers.set(status, withAlternatives(document, schema));
  }
  return answers;
}

function withAlternatives(document: OpenDocument, { pointer, node }: Place): AnySchemaObject {
  const followed = ["oneOf", "anyOf"].flatMap((key) => {
    const list = node[key] as unknown[] | undefined;
    return list ? [[key, list.map((_, index) => document.at(`${pointer}/${key}/${index}`).node)]] : [];
  });
  return { ...node, ...Object.fromEntries(followed) };
}
