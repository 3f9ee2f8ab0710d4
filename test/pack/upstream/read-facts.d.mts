export interface Facts {
  /** Keyed by `METHOD /path`. */
  readonly operations: Readonly<Record<string, OperationFacts>>;
}

export interface OperationFacts {
  readonly operationId: string;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** Keyed by `place:name`. */
  readonly parameters: Readonly<Record<string, { readonly required: boolean; readonly type: string }>>;
  readonly body?: { readonly required: readonly string[]; readonly properties: Readonly<Record<string, string>> };
  /** Property names of each status. */
  readonly responses: Readonly<Record<string, readonly string[]>>;
}

export function readFacts(document: unknown): Facts;
