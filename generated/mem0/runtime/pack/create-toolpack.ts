import { createClient } from "../http/create-client.js";
import type { AnyTool } from "../types.js";
import { buildPack } from "./build-pack.js";
import type { PackContents, Toolpack, ToolpackOptions } from "./toolpack-options.js";
import { unknownName } from "./unknown-name.js";

/** Makes a pack from an API's tools and a host's choices. Needs no key until the first call. */
export function createToolpack(contents: PackContents, options: ToolpackOptions = {}): Toolpack {
  const { definition, tools, profiles } = contents;
  const { profile = Object.hasOwn(profiles, "core") ? "core" : "all" } = options;
  if (profile !== "all" && !Object.hasOwn(profiles, profile)) {
    throw unknownName("invalid_option", "profile", profile, Object.keys(profiles));
  }
  const choose = (name: string | AnyTool): AnyTool => {
    const tool = typeof name === "string" ? tools.find((each) => each.name === name) : name;
    if (tool) return tool;
    const known = tools.map((each) => each.name);
    throw unknownName("invalid_option", "tool", String(name), known);
  };
  const chosen = (options.tools ?? profiles[profile] ?? tools).map(choose);
  // A misspelled name would leave approval on where the host meant to turn it off.
  options.approval?.off.map(choose);
  return buildPack({ client: createClient(definition, options), definition, options }, chosen, options.bind ?? {});
}
