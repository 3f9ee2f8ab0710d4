// Counts o200k_base tokens in parallel to the main thread: loading the vocabulary takes longer than counting a pack.
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";

// Required, not imported: of a script V8 compiles the vocabulary's lists when they are made, of a module all at once.
const { countTokens } = createRequire(import.meta.url)("gpt-tokenizer/encoding/o200k_base");

// Text of a document may contain a control token; to a tokenizer that reads tool definitions it is text like any other.
const options = { disallowedSpecial: new Set() };

parentPort?.on("message", (texts) => {
  parentPort?.postMessage(texts.map((text) => countTokens(text, options)));
});
