import type { Call } from "../types.js";
import { ApiError } from "./api-error.js";

export interface Page {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly unknown[];
}

/**
 * Returns one page of a list, with links to the next and previous pages; pages start at 1. A page past the end is 404
 * if the document declares that status for the operation, and empty otherwise.
 */
export function page(call: Call, items: readonly unknown[], number: number, size: number): Page {
  const last = Math.max(1, Math.ceil(items.length / size));
  if (size < 1) throw new ApiError(400, "page_size: must be >= 1", "page_size");
  if (number < 1 || number > last) {
    if (call.declares(404)) throw new ApiError(404, "Invalid page.", "page");
    if (number < 1) throw new ApiError(400, "page: must be >= 1", "page");
  }
  const link = (target: number): string => {
    const url = new URL(call.url);
    url.searchParams.set("page", String(target));
    return url.href;
  };
  return {
    count: items.length,
    next: number < last ? link(number + 1) : null,
    previous: number > 1 ? link(Math.min(number - 1, last)) : null,
    results: items.slice((number - 1) * size, number * size),
  };
}
