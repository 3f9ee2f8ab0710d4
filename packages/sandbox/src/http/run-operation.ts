import type { OperationSpec } from "../document/types.js";
import type { Answer, Call, Handler } from "../types.js";
import { ApiError } from "./api-error.js";
import { errorBody } from "./error-body.js";
import { type RawRequest, readCall } from "./read-call.js";

/** Validates a request, passes it to the operation's handler, and formats errors as the document declares. */
export function runOperation(
  operation: OperationSpec,
  handler: Handler,
  request: RawRequest,
  rest: Pick<Call, "state" | "jobs" | "url">,
): Answer {
  try {
    const call: Call = {
      ...rest,
      ...readCall(operation, request),
      now: () => new Date().toISOString(),
      declares: (status) => operation.answers.has(String(status)),
    };
    requireOwnProject(call);
    return handler(call);
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: errorBody(operation, error) };
    throw error;
  }
}

/** A key belongs to one project: memory requests that name another one are rejected, as in the service. */
function requireOwnProject({ state, path, query, body }: Call): void {
  if (path.org_id !== undefined || path.project_id !== undefined) return;
  const own = { org_id: state.defaultOrganization, project_id: state.defaultProject };
  for (const [name, id] of Object.entries(own)) {
    const given = query[name] ?? body[name] ?? id;
    if (given !== id) throw new ApiError(401, "Invalid API key for this organization.", name);
  }
}
