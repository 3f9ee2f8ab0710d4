import { ToolpackError } from "./errors/toolpack-error.js";
import type { addKey } from "./http/add-key.js";
import type { decodeOther } from "./http/decode-other.js";
import type { bindTool } from "./pack/bind-tool.js";
import type { sendOwned } from "./pack/send-owned.js";
import type { waitForEvent } from "./pack/wait-for-event.js";
import type { watchCall } from "./pack/watch-call.js";
import type { buildRequest } from "./request/build-request.js";

/** Parts of the runtime that not every tool needs, so that a bundle of a few tools can leave out what they do not. */
export interface Pieces {
  /** Requests that are more than a JSON body: arguments in a path, a query, headers, other bodies, constants. */
  readonly request?: typeof buildRequest;
  /** A key that is sent in a query or a cookie. */
  readonly key?: typeof addKey;
  /** Answers that are not JSON. */
  readonly answer?: typeof decodeOther;
  /** `bind` and `with`. */
  readonly bind?: typeof bindTool;
  /** The same for tools whose object is read first. */
  readonly owner?: typeof sendOwned;
  /** Asynchronous answers. */
  readonly event?: typeof waitForEvent;
  /** `onCall` and `tracer`. */
  readonly watch?: typeof watchCall;
}

/** A piece that a tool needs. A missing one stops the call: it never goes on without. */
export function usePiece<Name extends keyof Pieces>(pieces: Pieces, name: Name): NonNullable<Pieces[Name]> {
  const piece = pieces[name];
  if (!piece) throw new ToolpackError("internal", `This bundle has no piece "${name}"`);
  return piece as NonNullable<Pieces[Name]>;
}
