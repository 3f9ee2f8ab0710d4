import { refuseOption } from "../errors/refuse-option.js";
import type { Bound, ToolpackOptions } from "../pack/toolpack-options.js";
import { allowFiles } from "./allow-files.js";
import type { ParsedFlags } from "./parse-flags.js";

type Values = ParsedFlags["values"];

/** The text of a flag that can be given once. */
export function readText(values: Values, name: string): string | undefined {
  return values.get(name)?.[0] as string | undefined;
}

/** Options of a pack that flags set. */
export function readOptions(values: Values): Pick<ToolpackOptions, "baseUrl" | "bind" | "profile" | "servers"> {
  return {
    baseUrl: readText(values, "base-url"),
    servers: readPairs(values, "server-url", "url=url"),
    profile: readText(values, "profile"),
    bind: readPairs(values, "bind", "name=id"),
  };
}

/** The values of a flag that is given as `name=value`, any number of times. */
function readPairs(values: Values, flag: string, form: string): Bound {
  // Without a prototype, so that an id of any name arrives, and is refused where it is none of the pack's.
  const pairs: Record<string, string> = Object.create(null);
  for (const text of (values.get(flag) ?? []) as readonly string[]) {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (!name || !value) throw refuseOption(`--${flag} must be ${form}, not ${text}`);
    if (Object.hasOwn(pairs, name)) throw refuseOption(`--${flag} ${name} is given twice`);
    pairs[name] = value;
  }
  return pairs;
}

/** The option that lets file arguments name a path, where `--allow-files` names folders. */
export async function readAllowedFiles(values: Values): Promise<Pick<ToolpackOptions, "readFile">> {
  const folders = (values.get("allow-files") ?? []) as readonly string[];
  return folders[0] === undefined ? {} : { readFile: await allowFiles(folders) };
}

/** How results are printed. */
export function readReporter(values: Values): "pretty" | "json" {
  const reporter = readText(values, "reporter") ?? "pretty";
  if (reporter === "pretty" || reporter === "json") return reporter;
  throw refuseOption(`--reporter must be pretty or json, not ${reporter}`);
}
