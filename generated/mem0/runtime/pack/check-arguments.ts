import { refuseArgument } from "../errors/refuse-argument.js";
import { isObject } from "../json.js";
import { copyArguments } from "./copy-arguments.js";
import { readIssues } from "./read-issues.js";
import { refuseWildcard } from "./refuse-wildcard.js";
import type { Entry } from "./shared.js";

/** Arguments as they will be sent: copied, restricted to the bound ids, validated. Everything else is rejected. */
export function checkArguments(
  { source, hold }: Entry,
  given: unknown,
  allowWildcards: boolean | undefined,
): Readonly<Record<string, unknown>> {
  const { files, rest } = source.operation;
  const { exact, inputSchema, readIntegers, validate, wildcards = [], require } = source;
  const copy = files ? files.copy(given ?? {}, files, exact) : copyArguments(given ?? {}, exact);
  if (!isObject(copy)) throw refuseArgument("", "Arguments must be an object");
  const held = hold ? hold(copy) : copy;
  const args = readIntegers ? readIntegers(held, inputSchema) : held;
  if (!allowWildcards) for (const name of wildcards) refuseWildcard(args[name], name);
  if (!validate(args)) throw readIssues(validate.errors ?? [], args, require, rest);
  return args;
}
