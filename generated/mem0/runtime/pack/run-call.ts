import { ToolpackError } from "../errors/toolpack-error.js";
import type { RequestOptions } from "../http/client-options.js";
import { usePiece } from "../pieces.js";
import type { Entry, Shared } from "./build-pack.js";
import { checkArguments } from "./check-arguments.js";
import { cutResult } from "./cut-result.js";
import type { Bound, CallOptions, CallResult } from "./toolpack-options.js";

/** Runs one call from its arguments to its result: check, ask, send, wait, shorten. */
export async function runCall(
  { client, options, pieces }: Shared,
  entry: Entry,
  bound: Bound,
  shownName: (name: string) => string | undefined,
  given: unknown,
  call: CallOptions,
  onRetry: RequestOptions["onRetry"],
): Promise<CallResult> {
  const { approve, approval, allowWildcards, maxTokens = 6000 } = options;
  const { context, signal } = call;
  const { source, shown } = entry;
  const { bind, effect, event, name, operation } = source;

  const args = checkArguments(entry, given, allowWildcards);
  if (source.approval && !approval?.off.includes(name)) {
    let allowed = false;
    try {
      allowed =
        approve === "caller"
          ? call.approved === true
          : (await approve?.({ tool: shown, arguments: args, effect, context, signal })) === true;
    } catch {
      // A hook that fails has not agreed.
    }
    if (!allowed) throw new ToolpackError("denied", `${shown.name} was not approved`);
  }

  let size = 0;
  const sending: RequestOptions = {
    signal,
    onRetry,
    onAnswer: (bytes) => {
      size = bytes;
    },
  };
  const owned = bind.kind === "ownership" && Object.keys(bound)[0];
  const data = owned
    ? await usePiece(pieces, "owner")(client, source, bound, args, sending)
    : await client.request(operation, args as never, sending);
  const state = event && (await usePiece(pieces, "event")(client, event, data, shownName(event.tool), call));

  const longest = (call.maxTokens ?? maxTokens) * 4;
  // Characters are never more than bytes, so that a short answer need not be measured again.
  const cut = size > longest ? cutResult(data, longest) : undefined;
  const note = [state?.note, cut?.note].filter(Boolean).join(" ");
  return { ...state, data: cut ? cut.data : data, ...(note && { note }) };
}
