import { createSplitter, type OpenParser, parseValue } from "./split-stream.js";

/** `application/x-ndjson`, `application/jsonl` and the like: one JSON value per line. */
export const parseLines: OpenParser = () => parseParts("\n");

/** `application/json-seq`: a record separator before each JSON value. */
export const parseSequence: OpenParser = () => parseParts("\u001e");

function parseParts(separator: string): ReturnType<OpenParser> {
  const split = createSplitter(separator);
  return (text, last) =>
    split(text, last)
      .map((part) => part.trim())
      .filter(Boolean)
      .map(parseValue);
}
