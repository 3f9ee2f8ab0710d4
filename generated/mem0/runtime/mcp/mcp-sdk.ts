/**
 * What is used of @modelcontextprotocol/server 2.4, typed here: the package is an optional peer, and a pack compiles
 * without it.
 */
export interface McpSdk {
  readonly Server: new (info: { name: string; version: string }, options: object) => McpServer;
  readonly ProtocolError: new (code: number, message: string) => Error;
}

export interface McpStdio {
  readonly serveStdio: (
    factory: () => McpServer,
    options: { readonly transport?: object; readonly onerror?: (error: Error) => void },
  ) => { close(): Promise<void> };
  readonly StdioServerTransport: new () => object;
}

export interface McpServer {
  setRequestHandler(method: string, handler: (request: McpRequest, context: McpContext) => unknown): void;
  /** What the client declared, if the connection began with a handshake. */
  getClientCapabilities(): ClientCapabilities | undefined;
}

export interface McpRequest {
  readonly params?: { readonly name?: string; readonly arguments?: unknown };
}

export interface McpContext {
  readonly mcpReq: {
    readonly signal: AbortSignal;
    readonly envelope?: { readonly "io.modelcontextprotocol/clientCapabilities"?: ClientCapabilities };
    readonly inputResponses?: Readonly<Record<string, unknown>>;
    readonly requestState: () => unknown;
  };
}

export interface ClientCapabilities {
  readonly elicitation?: { readonly form?: object; readonly url?: object };
}

/** The result of a tool, as MCP has it. */
export interface McpResult {
  readonly content: readonly { readonly type: "text"; readonly text: string }[];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly isError?: true;
}
