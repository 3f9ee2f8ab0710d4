// Counts o200k_base tokens beside the main thread: loading the vocabulary takes longer than counting a pack.
import { parentPort } from "node:worker_threads";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";

// Text of a document may spell out a control token; to a tokenizer that reads tool definitions it is text like any other.
const options = { disallowedSpecial: new Set() };

parentPort?.on("message", (texts) => {
  parentPort?.postMessage(texts.map((text) => countTokens(text, options)));
});
