import { isToolpackError, ToolpackError } from "../errors/toolpack-error.js";
import type { RequestOptions } from "../http/client-options.js";
import type { Client } from "../http/create-client.js";
import { readPointer } from "../json.js";
import type { Operation } from "../operation.js";
import type { Bind } from "../types.js";
import type { Bound } from "./toolpack-options.js";

export type SendOwned = (
  client: Client,
  operation: Operation,
  bind: Extract<Bind, { kind: "ownership" }>,
  bound: Bound,
  args: Readonly<Record<string, unknown>>,
  options: RequestOptions,
) => Promise<unknown>;

/**
 * Sends a call about an object that contains its owner's ids: it is read first. Another owner's object and one that
 * does not exist give the same error, so that ids cannot be probed.
 */
export const sendOwned: SendOwned = async (client, operation, { argument, ids, read }, bound, args, options) => {
  const missing = new ToolpackError("not_found", `${argument}: not found`, { status: 404, field: argument });
  try {
    const object = await client.request(read, { [argument]: args[argument] } as never, options);
    for (const name in bound) {
      const id = readPointer(object, ids[name] ?? "/");
      if ((typeof id === "number" ? `${id}` : id) !== bound[name]) throw missing;
    }
    return read === operation ? object : await client.request(operation, args as never, options);
  } catch (error) {
    throw isToolpackError(error) && error.code === "not_found" ? missing : error;
  }
};
