import { createRequire } from "node:module";
import type CodeBlockWriter from "code-block-writer";

type Module = typeof import("code-block-writer");

// Required, since its default export looks different to an import and to the command's one file.
const Writer = (createRequire(import.meta.url)("code-block-writer") as Module).default;

/** ts-morph's writer of bulk text, without the compiler that ts-morph loads. */
export function createWriter(): CodeBlockWriter {
  return new Writer({ indentNumberOfSpaces: 2, useTabs: false, newLine: "\n" });
}
