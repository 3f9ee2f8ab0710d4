import type { Operation, PackDefinition } from "../types.js";
import type { ClientOptions, RequestOptions } from "./client-options.js";
import { type Client, createClient } from "./create-client.js";

/** What the typed clients of a pack send through. */
export class HttpClient {
  readonly #client: Client;

  constructor(definition: PackDefinition, options: ClientOptions = {}) {
    this.#client = createClient(definition, options);
  }

  /** @throws ToolpackError for everything that goes wrong */
  request<Params, Result>(
    operation: Operation<Params, Result>,
    params: Params,
    options?: RequestOptions,
  ): Promise<Result> {
    return this.#client.request(operation, params, options);
  }
}
