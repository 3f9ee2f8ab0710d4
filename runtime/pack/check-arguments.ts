import { refuseArgument } from "../errors/refuse-argument.js";
import type { Entry } from "./build-pack.js";
import { copyArguments } from "./copy-arguments.js";
import { readIssues } from "./read-issues.js";

type Arguments = Readonly<Record<string, unknown>>;

/** Arguments as they will be sent: copied, held to the bound ids, validated. Everything else is refused. */
export function checkArguments(
  { source, hold }: Entry,
  given: unknown,
  allowWildcards: boolean | undefined,
): Arguments {
  const copy = copyArguments(given ?? {});
  if (!copy || typeof copy !== "object" || Array.isArray(copy)) throw refuseArgument("", "Arguments must be an object");
  const args = hold ? hold(copy as Arguments) : (copy as Arguments);
  for (const name of allowWildcards ? [] : (source.wildcards ?? [])) {
    if (String(args[name]).trim() === "*") throw refuseArgument(name, "* is not allowed");
  }
  const { validate } = source;
  if (!validate(args)) throw readIssues(validate.errors ?? [], args, source.require);
  return args;
}
