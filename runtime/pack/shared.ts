import type { Client } from "../http/create-client.js";
import type { AnyTool, PackDefinition } from "../types.js";
import type { BoundTool } from "./bind-tool.js";
import type { ToolpackOptions } from "./toolpack-options.js";

/** Shared by a pack and the packs derived from it. */
export interface Shared {
  readonly client: Client;
  readonly definition: PackDefinition;
  readonly options: ToolpackOptions;
}

/** A tool of a pack: as its API has it, as a model sees it, and how its arguments are restricted. */
export interface Entry {
  readonly source: AnyTool;
  readonly shown: AnyTool;
  readonly hold: BoundTool["hold"];
  /** Runs only after approval. */
  readonly asks: boolean;
  /** Why it is withheld, if it is. */
  readonly reason: string | false;
}
