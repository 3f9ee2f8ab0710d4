import { createMem0, type Toolpack, type ToolpackOptions } from "../../generated/mem0/index.js";
import { tools } from "../../generated/mem0/tools/index.js";
import { type Answer, type Sent, stub } from "../runtime/fixtures.js";

/** Tools that run only when somebody agrees: let off here, so that what they send can be seen. */
export const unasked: readonly string[] = tools.filter(({ approval }) => approval).map(({ name }) => name);

/** All 51 actions over a fetch that keeps what it is asked. */
export function mem0Pack(
  options: ToolpackOptions = {},
  ...answers: readonly Answer[]
): { readonly pack: Toolpack; readonly sent: Sent[] } {
  const { fetch, sent } = stub(...answers);
  const approval = { off: unasked };
  return { pack: createMem0({ apiKey: "wire-key", profile: "extended", approval, fetch, ...options }), sent };
}
