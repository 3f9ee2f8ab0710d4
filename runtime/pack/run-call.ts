import { isToolpackError, ToolpackError } from "../errors/toolpack-error.js";
import type { RequestOptions } from "../http/client-options.js";
import { buildRequest } from "../request/build-request.js";
import type { AnyTool } from "../types.js";
import { checkArguments } from "./check-arguments.js";
import { cutResult } from "./cut-result.js";
import { isApproved } from "./is-approved.js";
import type { Entry, Shared } from "./shared.js";
import type { Bound, CallOptions, CallResult } from "./toolpack-options.js";

/** Runs one call from its arguments to its result: find, check, ask, send, wait, shorten. */
export async function runCall(
  { client, options }: Shared,
  find: (name: string) => Entry,
  name: string,
  bound: Bound,
  tools: readonly AnyTool[],
  given: unknown,
  call: CallOptions,
  onRetry: RequestOptions["onRetry"],
): Promise<CallResult> {
  const { approve, allowWildcards, maxTokens = 6000, namePrefix = "" } = options;
  const { context, signal } = call;
  try {
    const entry = find(name);
    const { source, shown } = entry;
    const { bind, effect, event, operation } = source;
    const args = checkArguments(entry, given, allowWildcards);
    if (entry.asks) {
      // Approval is not requested for a call that cannot be sent.
      buildRequest(operation, args);
      if (!(await isApproved(approve, call, { tool: shown, arguments: args, effect, context, signal }))) {
        throw new ToolpackError("denied", `${shown.name} was not approved`);
      }
    }

    let size = 0;
    let told: string | undefined;
    const sending: RequestOptions = {
      context,
      signal,
      onRetry,
      onAnswer: (...answer) => {
        [size, told] = answer;
      },
    };
    const data =
      bind.kind === "ownership" && Object.keys(bound)[0]
        ? await bind.send(client, operation, bind, bound, args, sending)
        : await client.request(operation, args as never, sending);
    const state = event && (await event.wait(client, event, data, tools, namePrefix + event.tool, call));

    const longest = (call.maxTokens ?? maxTokens) * 4;
    // Two characters of JSON hold at least one byte, so that a short result need not be measured again.
    const cut = size * 2 > longest ? cutResult(data, longest) : undefined;
    const note = [told, state?.note, cut?.note].filter(Boolean).join(" ");
    return { ...state, data: cut ? cut.data : data, ...(note && { note }) };
  } catch (error) {
    throw isToolpackError(error) ? error : new ToolpackError("internal", "Unexpected error");
  }
}
