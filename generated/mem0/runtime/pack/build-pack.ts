import { isToolpackError, ToolpackError } from "../errors/toolpack-error.js";
import type { RequestOptions } from "../http/client-options.js";
import type { Client } from "../http/create-client.js";
import type { AnyTool, PackDefinition } from "../types.js";
import { type BoundTool, bindTool } from "./bind-tool.js";
import { checkArguments } from "./check-arguments.js";
import { runCall } from "./run-call.js";
import type { Bound, CallOptions, CallResult, Toolpack, ToolpackOptions } from "./toolpack-options.js";
import { unknownName } from "./unknown-name.js";
import { watchCall } from "./watch-call.js";

/** What every narrower copy of a pack shares. */
export interface Shared {
  readonly client: Client;
  readonly definition: PackDefinition;
  readonly options: ToolpackOptions;
}

/** A tool of a pack: as its API has it, as a model sees it, and how its arguments are held. */
export interface Entry {
  readonly source: AnyTool;
  readonly shown: AnyTool;
  readonly hold: BoundTool["hold"];
  /** Runs only when somebody agreed. */
  readonly asks: boolean;
  /** Why it is withheld, if it is. */
  readonly reason: string | false;
}

/** A pack of the chosen tools, held to the bound ids. */
export function buildPack(shared: Shared, chosen: readonly AnyTool[], bound: Bound): Toolpack {
  const { definition, options } = shared;
  const { namePrefix = "", approve, approval } = options;
  for (const [name, value] of Object.entries(bound)) {
    // An absent value must not quietly lift a binding.
    if (!definition.bindings.includes(name) || typeof value !== "string" || /^[\s*]*$/.test(value)) {
      throw new ToolpackError("invalid_option", `bind: ${name} is no id of this pack, or empty`);
    }
  }

  const isBound = Object.keys(bound)[0];
  const entries = new Map<string, Entry>();
  for (const source of chosen) {
    const name = namePrefix + source.name;
    if (entries.has(name)) {
      throw new ToolpackError("invalid_option", `Two tools are called ${name}: give one pack a namePrefix`);
    }
    const held: BoundTool = isBound ? bindTool(source, bound) : source;
    const asks = source.approval === true && !approval?.off.includes(source.name);
    const unasked = asks && !approve && "needs approval: give approve, or name it in approval.off";
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
        checkArguments(find(name), args, options.allowWildcards);
        return;
      } catch (error) {
        return error as ToolpackError;
      }
    },
    call: <Result>(name: string, args: unknown, call: CallOptions = {}) => {
      const run = async (onRetry?: RequestOptions["onRetry"]): Promise<CallResult> => {
        try {
          return await runCall(shared, find(name), bound, tools, args, call, onRetry);
        } catch (error) {
          throw isToolpackError(error) ? error : new ToolpackError("internal", "The call broke");
        }
      };
      const description = entries.get(name)?.shown.description ?? "";
      const watched = options.onCall || options.tracer;
      const result = watched ? watchCall(shared, name, description, args, call, run) : run();
      return result as Promise<CallResult<Result>>;
    },
  };
}
