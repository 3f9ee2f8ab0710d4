import type { Operation } from "../operations/types.js";

/** Finds operations by operationId or `METHOD /path`. */
export interface OperationIndex {
  find(ref: string): Operation | undefined;
  /** Every way to refer to one, for suggestions. */
  readonly refs: readonly string[];
}

export function indexOperations(operations: readonly Operation[]): OperationIndex {
  const byRef = new Map<string, Operation>();
  for (const operation of operations) byRef.set(`${operation.method} ${operation.path}`, operation);
  for (const operation of operations)
    if (operation.operationId !== undefined) byRef.set(operation.operationId, operation);
  return {
    find: (ref) => byRef.get(ref) ?? byRef.get(ref.replace(/^[a-z]+(?= \/)/i, (method) => method.toUpperCase())),
    refs: [...byRef.keys()],
  };
}
