import type { Operation } from "../operation.js";
import type { FetchAnswer } from "./client-options.js";

export interface RedirectDecision {
  /** The address, in full. */
  readonly target: string;
  /** `return`: the address is the result. `refuse`: the call has failed. */
  readonly action: "follow" | "return" | "refuse";
}

const mostFollowed = 5;

/**
 * What is done about a response that redirects; undefined for any other. Only a read is sent again, and only to the
 * origin that already has the key: whatever else a redirect says, it is told and not followed.
 */
export function decideRedirect(
  { method, redirect }: Operation,
  { headers, status }: FetchAnswer,
  from: string,
  followed: number,
): RedirectDecision | undefined {
  const location = headers.get("location");
  if (!location || status < 300 || status > 399) return;
  try {
    const { href: target, origin } = new URL(location, from);
    if (redirect) return { target, action: redirect };
    const reads = /^[GH]/.test(method);
    if (reads && origin === new URL(from).origin)
      return { target, action: followed < mostFollowed ? "follow" : "refuse" };
    // "See other" follows what is done. A read may be answered from elsewhere, unless the API has moved for good.
    return { target, action: status === 303 || (reads && /[27]$/.test(`${status}`)) ? "return" : "refuse" };
  } catch {
    return;
  }
}
