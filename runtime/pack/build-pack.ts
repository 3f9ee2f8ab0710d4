import { refuseOption } from "../errors/refuse-option.js";
import { ToolpackError } from "../errors/toolpack-error.js";
import type { RequestOptions } from "../http/client-options.js";
import { buildRequest } from "../request/build-request.js";
import type { AnyTool } from "../types.js";
import { type BoundTool, bindTool } from "./bind-tool.js";
import { checkArguments } from "./check-arguments.js";
import { runCall } from "./run-call.js";
import type { Entry, Shared } from "./shared.js";
import type { Bound, CallOptions, CallResult, Toolpack } from "./toolpack-options.js";
import { unknownName } from "./unknown-name.js";
import { watchCall } from "./watch-call.js";

/** A pack of the chosen tools, restricted to the bound ids. */
export function buildPack(shared: Shared, chosen: readonly AnyTool[], bound: Bound): Toolpack {
  const { client, definition, options } = shared;
  const { namePrefix = "", approve, approval } = options;
  for (const [name, value] of Object.entries(bound)) {
    // An absent value must not silently remove a binding.
    if (!definition.bindings.includes(name) || typeof value !== "string" || /^[\s*]*$/.test(value)) {
      throw refuseOption(`bind: ${name} is empty or not an id of this pack`);
    }
  }

  const isBound = Object.keys(bound)[0];
  const entries = new Map<string, Entry>();
  for (const source of chosen) {
    const name = namePrefix + source.name;
    if (entries.has(name)) {
      throw refuseOption(`Two tools are named ${name}: set namePrefix on one pack`);
    }
    const held: BoundTool = isBound ? bindTool(source, bound) : source;
    const asks = source.approval === true && !approval?.off.includes(source.name);
    const unasked = asks && !approve && "requires approval: pass `approve`, or list it in `approval.off`";
    const shown = isBound || namePrefix ? { ...source, name, inputSchema: held.inputSchema } : source;
    entries.set(name, { source, shown, hold: held.hold, asks, reason: held.reason || unasked });
  }
  const all = [...entries.values()];
  const usable = all.filter(({ reason }) => !reason);
  const tools = usable.map(({ shown }) => shown);

  const find = (called: string): Entry => {
    const entry = entries.get(called) ?? all.find(({ source }) => source.aliases?.includes(called));
    if (!entry) {
      const names = tools.map(({ name }) => name);
      throw unknownName("unknown_tool", "tool", called, names);
    }
    if (!entry.reason) return entry;
    throw new ToolpackError("withheld", `${entry.shown.name} is withheld: ${entry.reason}`);
  };
  return {
    definition,
    tools,
    withheld: all.flatMap(({ shown: { name }, reason }) => (reason ? { name, reason } : [])),
    approvals: approve === "caller" ? usable.flatMap(({ shown, asks }) => (asks ? shown.name : [])) : [],
    select: ({ groups, effects, scopes, allow, deny = [] }) => {
      for (const name of [...(allow ?? []), ...deny]) {
        if (!entries.has(name)) throw unknownName("invalid_option", "tool", name, entries.keys());
      }
      const has = (list: readonly string[] | undefined, value: string): boolean => list?.includes(value) ?? true;
      const fitting = all.filter(
        ({ source: { group, effect, scope }, shown: { name } }) =>
          has(groups, group) && has(effects, effect) && has(scopes, scope) && has(allow, name) && !deny.includes(name),
      );
      return buildPack(
        shared,
        fitting.map(({ source }) => source),
        bound,
      );
    },
    with: (more) => buildPack(shared, chosen, { ...bound, ...more }),
    check: (name, args) => {
      try {
        const entry = find(name);
        buildRequest(entry.source.operation, checkArguments(entry, args, options.allowWildcards));
        return;
      } catch (error) {
        return error as ToolpackError;
      }
    },
    call: <Result>(called: string, args: unknown, call: CallOptions = {}) => {
      const start = (name: string): Promise<CallResult> => {
        const run = (onRetry?: RequestOptions["onRetry"]): Promise<CallResult> =>
          runCall(shared, find, name, bound, tools, args, call, onRetry);
        if (!options.onCall && !options.tracer) return run();
        return watchCall(shared, name, entries.get(name)?.shown.description ?? "", args, call, run);
      };
      // An unknown name may contain anything, even the key, and appears in the error.
      const result = entries.has(called)
        ? start(called)
        : client.learnKeys(call.context).then(() => start(client.redact(called)));
      return result as Promise<CallResult<Result>>;
    },
  };
}
