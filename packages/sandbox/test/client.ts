import type { Sandbox } from "../src/index.js";
import { isAnyError, operations } from "./document.js";

export interface Request {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, all of them validated below
  readonly body: any;
}

/** Answers that the sandbox gives although the document does not know their status. */
export const UNDECLARED: Readonly<Record<string, readonly number[]>> = {
  // Faults of the service.
  submit_feedback: [500],
  memories_search_v3: [500],
  memories_search_v2: [500],
  // Asked for by a fault.
  ping_read: [503, 418],
};

/** Calls an operation over HTTP and holds its answer, good or bad, against the document. */
export async function call(
  sandbox: Sandbox,
  id: string,
  request: Request = {},
  key: string = sandbox.apiKey,
): Promise<Reply> {
  const operation = operations.get(id);
  if (operation === undefined) throw new Error(`No operation ${id}`);
  const reply = await send(sandbox, operation.method, address(operation.path, request), request.body, key);
  if (!reply.headers.get("content-type")?.startsWith("application/json")) throw new Error(`${id} answers no JSON`);
  const known = operation.statuses.includes(String(reply.status));
  const allowed = UNDECLARED[id]?.includes(reply.status) === true && isAnyError(reply.body) === true;
  const fault = known ? operation.check(reply.status, reply.body) : allowed ? "" : `status ${reply.status} is unknown`;
  if (fault !== "") throw new Error(`${id} ${reply.status}: ${fault}\n${JSON.stringify(reply.body)}`);
  return reply;
}

/** The same where only success will do; gives the body. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function ask(sandbox: Sandbox, id: string, request: Request = {}): Promise<any> {
  const { status, body } = await call(sandbox, id, request);
  if (status >= 300) throw new Error(`${id}: ${status} ${JSON.stringify(body)}`);
  return body;
}

export async function send(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  key: string = sandbox.apiKey,
): Promise<Reply> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { Authorization: `Token ${key}`, "Content-Type": "application/json" },
    redirect: "manual",
    ...(text === undefined ? {} : { body: text }),
  });
  const answer = await response.text();
  return { status: response.status, headers: response.headers, body: answer === "" ? undefined : JSON.parse(answer) };
}

function address(template: string, { path = {}, query = {} }: Request): string {
  const filled = template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? "missing"));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const item of [value].flat()) search.append(name, item);
  return search.size === 0 ? filled : `${filled}?${search}`;
}
