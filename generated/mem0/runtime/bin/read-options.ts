import { ToolpackError } from "../errors/toolpack-error.js";
import type { Bound, ToolpackOptions } from "../pack/toolpack-options.js";
import { allowFiles } from "./allow-files.js";
import type { ParsedFlags } from "./parse-flags.js";

type Values = ParsedFlags["values"];

/** The text of a flag that can be given once. */
export function readText(values: Values, name: string): string | undefined {
  return values.get(name)?.[0] as string | undefined;
}

/** Options of a pack that flags set. */
export function readOptions(values: Values): Pick<ToolpackOptions, "baseUrl" | "bind" | "profile"> {
  // Without a prototype, so that an id of any name arrives, and is refused where it is none of the pack's.
  const bind: Record<string, string> = Object.create(null);
  for (const text of (values.get("bind") ?? []) as readonly string[]) {
    const [, name, id] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (!name || !id) throw new ToolpackError("invalid_option", `--bind must be name=id, not ${text}`);
    if (Object.hasOwn(bind, name)) throw new ToolpackError("invalid_option", `--bind ${name} is given twice`);
    bind[name] = id;
  }
  const bound: Bound = bind;
  return { baseUrl: readText(values, "base-url"), profile: readText(values, "profile"), bind: bound };
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
  throw new ToolpackError("invalid_option", `--reporter must be pretty or json, not ${reporter}`);
}
