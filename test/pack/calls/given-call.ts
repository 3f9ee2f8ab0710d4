import { isDeepStrictEqual } from "node:util";
import type { ToolpackError, ToolpackOptions } from "../../../generated/mem0/index.js";
import type { Sent } from "../../runtime/fixtures.js";
import { lock } from "../catalogue/read-pack.js";

/** A call as it is given to us: an operation of the document and flat arguments. */
export interface GivenCall {
  readonly id: string;
  readonly action: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly args_json?: string;
  readonly context?: { readonly pinned?: Readonly<Record<string, string>> };
  readonly expect: Expectation;
}

export interface Expectation {
  readonly reject?: true;
  readonly error_names?: readonly string[];
  readonly request?: {
    readonly method: string;
    readonly path: string;
    readonly or_path?: string;
    readonly query?: string;
    readonly query_set?: readonly string[];
    readonly body?: unknown;
  };
  readonly any_of?: readonly Expectation[];
}

export interface ToolCall {
  /** Absent where the pack hides the operation. */
  readonly tool: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
  readonly options: ToolpackOptions;
}

/** The tool that offers the operation, with arguments in the form that it takes. */
export function toToolCall({ action, args, args_json, context }: GivenCall): ToolCall {
  const flat = (args_json === undefined ? args : JSON.parse(args_json)) as Readonly<Record<string, unknown>>;
  // Two tools share the operations that list and search; the one with whole filters is meant where there are some.
  const offered = [...lock.values()].filter(({ operation }) => operation === action);
  const properties = (tool: (typeof offered)[number]): object => (tool.inputSchema.properties ?? {}) as object;
  const tool = offered.find((each) => "filters" in properties(each) === "filters" in flat) ?? offered[0];
  const options = context?.pinned ? { bind: context.pinned } : {};
  return { tool: tool?.name, args: tool?.name === "batch_delete_memories" ? toIds(flat) : flat, options };
}

/** The body's list of objects as the list of ids that the tool takes: it has no place for anything else. */
function toIds({ memories, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...rest, memory_ids: (memories as readonly { memory_id: unknown }[]).map(({ memory_id }) => memory_id) };
}

interface Answer {
  readonly sent: Sent | undefined;
  readonly error: ToolpackError | undefined;
}

/** Whether a call ended as expected, and how it ended when not. */
export function meetsExpectation(expected: Expectation, { sent, error }: Answer): object {
  if (expected.any_of?.some((each) => "meets" in meetsExpectation(each, { sent, error }))) return { meets: true };
  if (expected.reject && error && expected.error_names?.some((name) => error.message.includes(name))) {
    return { meets: true };
  }
  if (expected.request && sent && isRequest(expected.request, sent)) return { meets: true };
  return { expected, error: error?.message, method: sent?.method, url: sent?.url, body: sent?.body };
}

function isRequest(expected: NonNullable<Expectation["request"]>, { method, url, body, headers }: Sent): boolean {
  const [path = "", query = ""] = url.slice("https://api.mem0.ai".length).split("?");
  const pieces = query.split("&").filter(Boolean).sort().join("&");
  const wanted = expected.query_set ?? expected.query?.split("&").filter(Boolean);
  return (
    method === expected.method &&
    (path === expected.path || path === expected.or_path) &&
    (wanted === undefined || [...wanted].sort().join("&") === pieces) &&
    (expected.body === undefined || isDeepStrictEqual(JSON.parse(String(body)), expected.body)) &&
    !Object.keys(headers).some((name) => name === "x-evil" || name === "x")
  );
}
