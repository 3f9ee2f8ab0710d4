import { isToolpackError, ToolpackError } from "../../errors/toolpack-error.js";
import type { Operation, ReadAnswer } from "../../operation.js";
import type { RequestOptions } from "../client-options.js";
import type { HttpClient } from "../http-client.js";
import { readAnswer } from "../readers/read-answer.js";
import { findParser, readItems } from "./read-items.js";

/**
 * Sends a request whose response is a stream, and returns its items one by one. The client's time limit applies until the
 * response begins; after that, leave the loop or abort the signal to end it. A response that is no stream is the only item.
 *
 * @throws ToolpackError whatever goes wrong
 */
export async function* iterateStream<Params, Item>(
  http: HttpClient,
  operation: Operation<Params, readonly Item[]>,
  params: Params,
  options: RequestOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const opened = (await http.request({ ...operation, read: openStream }, params, options)) as unknown;
  if (!isIterable(opened)) {
    if (opened !== null) yield opened as Item;
    return;
  }
  try {
    yield* opened as AsyncIterable<Item>;
  } catch (error) {
    if (isToolpackError(error) || options.signal?.aborted) throw cancelled(options) ?? error;
    throw new ToolpackError("network", "The stream broke off");
  }
  const ended = cancelled(options);
  if (ended) throw ended;
}

const openStream: ReadAnswer = async (answer, reading) => {
  const parser = findParser(answer);
  return parser ? readItems(answer, parser, reading) : readAnswer(answer, reading);
};

function isIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function cancelled({ signal }: RequestOptions): ToolpackError | undefined {
  return signal?.aborted ? new ToolpackError("cancelled", "Cancelled") : undefined;
}
