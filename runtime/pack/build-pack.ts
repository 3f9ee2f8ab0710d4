import { isToolpackError, ToolpackError } from "../errors/toolpack-error.js";
import type { RequestOptions } from "../http/client-options.js";
import type { Client } from "../http/create-client.js";
import { type Pieces, usePiece } from "../pieces.js";
import type { AnyTool, PackDefinition } from "../types.js";
import type { BoundTool } from "./bind-tool.js";
import { checkArguments } from "./check-arguments.js";
import { runCall } from "./run-call.js";
import type { Bound, CallOptions, CallResult, Toolpack, ToolpackOptions } from "./toolpack-options.js";
import { unknownName } from "./unknown-name.js";

/** What every narrower copy of a pack shares. */
export interface Shared {
  readonly client: Client;
  readonly definition: PackDefinition;
  readonly options: ToolpackOptions;
  readonly pieces: Pieces;
}

/** A tool of a pack: as its API has it, as a model sees it, and how its arguments are held. */
export interface Entry {
  readonly source: AnyTool;
  readonly shown: AnyTool;
  readonly hold: BoundTool["hold"] | undefined;
}

/** A pack of the chosen tools, held to the bound ids. */
export function buildPack(shared: Shared, chosen: readonly AnyTool[], bound: Bound): Toolpack {
  const { definition, options, pieces } = shared;
  const { namePrefix = "", approve, approval } = options;
  for (const [name, value] of Object.entries(bound)) {
    // An absent value must not quietly lift a binding.
    if (!definition.bindings.includes(name) || typeof value !== "string" || /^[\s*]*$/.test(value)) {
      throw new ToolpackError("invalid_option", `bind: ${name} is not an id of this pack, or has no value`);
    }
  }

  const isBound = Object.keys(bound)[0];
  const names = chosen.map((tool) => namePrefix + tool.name);
  const withheld: { name: string; reason: string }[] = [];
  const approvals: string[] = [];
  const entries = new Map<string, Entry>();
  const aliases = new Map<string, string>();
  for (const [index, source] of chosen.entries()) {
    const name = names[index] as string;
    if (names.indexOf(name) < index) {
      throw new ToolpackError("invalid_option", `Two tools are called ${name}: give one pack a namePrefix`);
    }
    for (const alias of source.aliases ?? []) aliases.set(alias, name);
    const held = isBound ? usePiece(pieces, "bind")(source, bound) : undefined;
    const asks = source.approval && !approval?.off.includes(source.name);
    const reason =
      typeof held === "string"
        ? held
        : asks && !approve && "needs approval: give an approve hook, or name it in approval.off";
    if (reason) {
      withheld.push({ name, reason });
    } else {
      const view: Partial<BoundTool> = typeof held === "object" ? held : {};
      const { hold, inputSchema = source.inputSchema } = view;
      const shown = held || namePrefix ? { ...source, name, inputSchema } : source;
      entries.set(name, { source, shown, hold });
      if (asks && approve === "caller") approvals.push(name);
    }
  }

  const find = (called: string): Entry => {
    const name = entries.has(called) ? called : (aliases.get(called) ?? called);
    const entry = entries.get(name);
    if (entry) return entry;
    const reason = withheld.find((each) => each.name === name)?.reason;
    if (reason) throw new ToolpackError("withheld", `${name} is withheld: ${reason}`);
    throw unknownName("unknown_tool", "tool", called, entries.keys());
  };
  const shownName = (name: string): string | undefined => entries.get(namePrefix + name)?.shown.name;
  return {
    definition,
    tools: [...entries.values()].map(({ shown }) => shown),
    withheld,
    approvals,
    select: ({ groups, effects, scopes, allow, deny }) => {
      for (const name of [...(allow ?? []), ...(deny ?? [])]) {
        if (!names.includes(name)) throw unknownName("invalid_option", "tool", name, names);
      }
      const has = (list: readonly string[] | undefined, value: string): boolean => list?.includes(value) ?? true;
      const fits = ({ group, effect, scope }: AnyTool, index: number): boolean => {
        const name = names[index] as string;
        return (
          has(groups, group) && has(effects, effect) && has(scopes, scope) && has(allow, name) && !deny?.includes(name)
        );
      };
      return buildPack(shared, chosen.filter(fits), bound);
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
          return await runCall(shared, find(name), bound, shownName, args, call, onRetry);
        } catch (error) {
          throw isToolpackError(error) ? error : new ToolpackError("internal", "The call broke");
        }
      };
      const description = entries.get(name)?.shown.description ?? "";
      const watched = options.onCall || options.tracer;
      const result = watched ? usePiece(pieces, "watch")(shared, name, description, args, call, run) : run();
      return result as Promise<CallResult<Result>>;
    },
  };
}
