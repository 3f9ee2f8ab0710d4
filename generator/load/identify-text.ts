/** What a file is that is neither JSON nor YAML. */
export interface ForeignText {
  /** Continues "The document `api.yaml` ...". */
  readonly what: string;
  readonly fix: string;
}

const convert = "Convert it to OpenAPI first, or ask the provider for an OpenAPI document.";

/** By the first bytes of a file that is not text. */
export function identifyBytes(bytes: Uint8Array): ForeignText | undefined {
  const starts = (...signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x1f, 0x8b)) return { what: "is compressed with gzip", fix: "Unpack it first: gunzip <file>." };
  if (starts(0x50, 0x4b, 3, 4)) return { what: "is a ZIP archive", fix: "Unpack it and pass the document in it." };
  if (starts(0x25, 0x50, 0x44, 0x46)) return { what: "is a PDF", fix: convert };
  return undefined;
}

/** By how a text begins; YAML would read some of these as one long string, or as a comment. */
export function identifyText(text: string): ForeignText | undefined {
  // Enough for what stands first in any of these.
  const start = text.slice(0, 2000).trimStart();
  if (/^#%RAML/.test(start)) return { what: "is a RAML document", fix: convert };
  if (/^FORMAT:\s*1A/.test(start)) return { what: "is an API Blueprint", fix: convert };
  if (/^<(?:!doctype html|html|head|body)\b/i.test(start))
    return {
      what: "is an HTML page",
      fix: "Download the document itself; pages of API documentation link to it, often as openapi.json.",
    };
  if (/^<[?!a-z]/i.test(start)) {
    const what = /<(?:\w+:)?definitions\b/.test(start)
      ? "is a WSDL document"
      : /<(?:\w+:)?application\b/.test(start)
        ? "is a WADL document"
        : "is XML";
    return { what, fix: convert };
  }
  // At the start of a line, where YAML cannot have it.
  if (/^(?:extend +)?(?:type|schema|scalar|directive|input|interface|union|enum) [^:\n]*\{[ \t\r]*$/m.test(start))
    return {
      what: "is a GraphQL schema; GraphQL has no operations over HTTP to call one by one",
      fix: "Pass the OpenAPI document of the service, if it has one.",
    };
  if (/^syntax\s*=\s*"proto/.test(start)) return { what: "is a Protocol Buffers definition", fix: convert };
  return undefined;
}
