import { ToolpackError } from "../errors/toolpack-error.js";
import type { RequestOptions } from "../http/client-options.js";
import type { AnyTool } from "../types.js";
import type { Entry, Shared } from "./build-pack.js";
import { checkArguments } from "./check-arguments.js";
import { cutResult } from "./cut-result.js";
import { sendOwned } from "./send-owned.js";
import type { Bound, CallOptions, CallResult } from "./toolpack-options.js";
import { waitForEvent } from "./wait-for-event.js";

/** Runs one call from its arguments to its result: check, ask, send, wait, shorten. */
export async function runCall(
  { client, options }: Shared,
  entry: Entry,
  bound: Bound,
  tools: readonly AnyTool[],
  given: unknown,
  call: CallOptions,
  onRetry: RequestOptions["onRetry"],
): Promise<CallResult> {
  const { approve, allowWildcards, maxTokens = 6000, namePrefix = "" } = options;
  const { context, signal } = call;
  const { source, shown, asks } = entry;
  const { bind, effect, event, operation } = source;

  const args = checkArguments(entry, given, allowWildcards);
  if (asks) {
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
  const data =
    bind.kind === "ownership" && Object.keys(bound)[0]
      ? await sendOwned(client, operation, bind, bound, args, sending)
      : await client.request(operation, args as never, sending);
  const poll = tools.find(({ name }) => name === namePrefix + event?.tool)?.name;
  const state = event && (await waitForEvent(client, event, data, poll, call));

  const longest = (call.maxTokens ?? maxTokens) * 4;
  // Characters are never more than bytes, so that a short answer need not be measured again.
  const cut = size > longest ? cutResult(data, longest) : undefined;
  const note = [state?.note, cut?.note].filter(Boolean).join(" ");
  return { ...state, data: cut ? cut.data : data, ...(note && { note }) };
}
