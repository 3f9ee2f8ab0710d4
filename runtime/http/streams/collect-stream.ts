import type { ReadAnswer } from "../../operation.js";
import { readAnswer } from "../readers/read-answer.js";
import { findParser, readItems } from "./read-items.js";

const mostItems = 1000;

/**
 * A stream as a list of its items, for callers that cannot wait for each: a model. Ends with the stream, at the limits of
 * items, bytes or time, or where the connection breaks; the note then says so. A response that is no stream is read as
 * what it is.
 */
export const collectStream: ReadAnswer = async (answer, reading) => {
  const parser = findParser(answer);
  if (!parser) return readAnswer(answer, reading);
  const items: unknown[] = [];
  const tell = (reason: string): void => {
    reading.note = `The stream was read up to item ${items.length}: ${reason}.`;
  };
  try {
    for await (const item of readItems(answer, parser, reading)) {
      items.push(item);
      const most = items.length === mostItems ? `${mostItems} items` : `${reading.maxBytes} bytes`;
      if (items.length === mostItems || reading.bytes > reading.maxBytes) {
        tell(`more than ${most} are not read`);
        break;
      }
    }
  } catch (error) {
    // Without an item the call can be treated as any other that failed.
    if (!items.length || reading.signal?.aborted) throw error;
    tell("it broke off, or the time was up");
  }
  return items;
};
