import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";

export type Node = Readonly<Record<string, unknown>>;

/** A place in the document: a JSON pointer and the node there, with any `$ref` resolved. */
export interface Place {
  readonly pointer: string;
  readonly node: Node;
}

export interface OpenDocument {
  readonly paths: Readonly<Record<string, Node>>;
  at(pointer: string): Place;
  /** The schema of a place with `content`, if it has JSON content with a schema. */
  schemaOf(place: Place): Place | undefined;
  compile(pointer: string): ValidateFunction;
}

// This path is the same from src/document and dist/document.
const DOCUMENT = new URL("../../../../spec/mem0.openapi.yaml", import.meta.url);

/** Reads the project's own Mem0 document. */
export function openDocument(): OpenDocument {
  const document = parse(readFileSync(DOCUMENT, "utf8")) as Node;
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", ...document });
  const at = (pointer: string): Place => {
    const keys = pointer.slice(1).split("/").map(unescapeKey);
    const node = keys.reduce<Node>((from, key) => from[key] as Node, document);
    return typeof node.$ref === "string" ? at(node.$ref.slice(1)) : { pointer, node };
  };
  return {
    paths: document.paths as Record<string, Node>,
    at,
    schemaOf({ pointer, node }) {
      const media = (node.content as Record<string, Node> | undefined)?.["application/json"];
      return media?.schema === undefined ? undefined : at(`${pointer}/content/application~1json/schema`);
    },
    compile: (pointer) => ajv.compile({ $ref: `document#${pointer}` }),
  };
}

const unescapeKey = (key: string): string => key.replaceAll("~1", "/").replaceAll("~0", "~");
