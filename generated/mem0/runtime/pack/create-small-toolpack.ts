import { createClient } from "../http/create-client.js";
import type { Pieces } from "../pieces.js";
import type { AnyTool } from "../types.js";
import { buildPack } from "./build-pack.js";
import type { PackContents, Toolpack, ToolpackOptions } from "./toolpack-options.js";
import { unknownName } from "./unknown-name.js";

/** `createToolpack` with only the pieces of the runtime that the tools at hand need: for small bundles. */
export function createSmallToolpack(contents: PackContents, options: ToolpackOptions, pieces: Pieces): Toolpack {
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
  const names = options.tools ?? profiles[profile] ?? tools;
  const chosen = names.map(choose);
  // A misspelt name would leave on what the host meant to turn off.
  options.approval?.off.map(choose);
  const client = createClient(definition, options, pieces);
  return buildPack({ client, definition, options, pieces }, chosen, options.bind ?? {});
}
