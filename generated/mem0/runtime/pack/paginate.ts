import { readPointer } from "../json.js";
import type { AnyTool } from "../types.js";
import type { CallOptions, Toolpack } from "./toolpack-options.js";

/**
 * Items of a list, page after page, by page number: a URL that the service returns as the next page is never
 * followed. Ends when there is none, or with an empty page.
 */
export async function* paginate<Item = unknown>(
  pack: Toolpack,
  name: string,
  args: Readonly<Record<string, unknown>> = {},
  options: CallOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const pages = pack.tools.find((tool: AnyTool) => tool.name === name)?.pages;
  for (let page = pages ? Number(args[pages.page] ?? 1) : 0; ; page++) {
    const sent = pages ? { ...args, [pages.page]: page } : args;
    const { data } = await pack.call(name, sent, { ...options, maxTokens: Number.POSITIVE_INFINITY });
    const items = pages ? readPointer(data, pages.items) : data;
    if (!Array.isArray(items)) return;
    yield* items as Item[];
    if (!pages || !items.length || !readPointer(data, pages.next)) return;
  }
}
