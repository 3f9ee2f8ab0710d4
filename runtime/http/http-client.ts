import type { Operation } from "../operation.js";
import type { PackDefinition } from "../types.js";
import type { ClientOptions, RequestOptions } from "./client-options.js";
import { type Client, createClient } from "./create-client.js";

/** Sends the requests of the typed clients of a pack. */
export class HttpClient {
  readonly #client: Client;

  constructor(definition: PackDefinition, options: ClientOptions = {}) {
    this.#client = createClient(definition, options);
  }

  /** @throws ToolpackError whatever goes wrong */
  request<Params, Result>(
    operation: Operation<Params, Result>,
    params: Params,
    options?: RequestOptions,
  ): Promise<Result> {
    return this.#client.request(operation, params, options);
  }
}
