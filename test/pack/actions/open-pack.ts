import { createMem0, type Toolpack, type ToolpackOptions } from "../../../generated/mem0/index.js";
import type { Sandbox } from "../../../packages/sandbox/src/index.js";
import type { FetchAnswer, FetchLike } from "../../../runtime/index.js";
import { unasked } from "../../helpers/mem0-pack.js";

/** One request that went to the sandbox, and its answer. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

export interface Opened {
  readonly pack: Toolpack;
  readonly seen: readonly Seen[];
}

/** All 51 actions over real HTTP to a sandbox, and a look at what goes over the wire. */
export function openPack(sandbox: Pick<Sandbox, "apiKey" | "url">, options: ToolpackOptions = {}): Opened {
  const seen: Seen[] = [];
  const send: FetchLike = async (url, init) => {
    const response = await fetch(url, init);
    const body: unknown = await response.clone().json();
    seen.push({ method: init.method, path: new URL(url).pathname, status: response.status, body });
    return response as unknown as FetchAnswer;
  };
  const pack = createMem0({
    apiKey: sandbox.apiKey,
    baseUrl: sandbox.url,
    profile: "extended",
    approval: { off: unasked },
    fetch: send,
    ...options,
  });
  return { pack, seen };
}
