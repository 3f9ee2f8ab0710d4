import type { MutableJson } from "../shared/json.js";
import type { FindSpan, Parsed, Span } from "./parsed.js";
import { JsonFault, scanJson, skipBlank } from "./scan-json.js";

/** Parses JSON natively; on an error, and for positions, the text is scanned again. */
export function parseJson(text: string): Parsed {
  try {
    return { kind: "value", value: JSON.parse(text) as MutableJson, findSpan: createFindSpan(text) };
  } catch (error) {
    const fault = findFault(text);
    return {
      kind: "faults",
      faults: [
        {
          code: "json-syntax",
          message: `is not JSON: ${fault?.message ?? String(error)}`,
          fix: "Mend the syntax at this place.",
          offset: fault?.offset ?? 0,
        },
      ],
    };
  }
}

function findFault(text: string): { readonly offset: number; readonly message: string } | undefined {
  try {
    const end = skipBlank(text, scanJson(text, 0));
    return end < text.length ? { offset: end, message: "more text stands behind the value" } : undefined;
  } catch (error) {
    return error instanceof JsonFault ? error : undefined;
  }
}

function createFindSpan(text: string): FindSpan {
  // Each list and object is scanned once, however many of its values are asked for.
  const known = new Map<number, ReadonlyMap<string, Span>>();
  return (path) => {
    let span: Span = { keyOffset: skipBlank(text, 0), valueOffset: skipBlank(text, 0) };
    for (const key of path) {
      let children = known.get(span.valueOffset);
      if (children === undefined) {
        children = readChildren(text, span.valueOffset);
        known.set(span.valueOffset, children);
      }
      const child = children.get(key);
      if (child === undefined) {
        return span;
      }
      span = child;
    }
    return span;
  };
}

function readChildren(text: string, offset: number): ReadonlyMap<string, Span> {
  const children = new Map<string, Span>();
  try {
    // Of a key that stands twice the last counts, as it does for JSON.parse.
    scanJson(text, offset, (key, keyOffset, valueOffset) => children.set(key, { keyOffset, valueOffset }));
  } catch (error) {
    if (!(error instanceof JsonFault)) {
      throw error;
    }
  }
  return children;
}
