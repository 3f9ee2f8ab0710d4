import type { AnySchemaObject } from "ajv";
import type { OperationSpec } from "../document/types.js";
import type { ApiError } from "./api-error.js";

/**
 * Builds an error body in the format that the document declares for this operation and status. There are several:
 * `{detail}`, `{error}`, `{message}`, `{errors: {field: [...]}}`, `{field: [...]}` and a plain list of strings. A client
 * must handle all of them. A status that the document does not declare uses the format of a similar status.
 */
export function errorBody({ answers }: OperationSpec, error: ApiError): unknown {
  const known = [error.status, 404, 403, 401].find((status) => answers.has(String(status)));
  const schema = answers.get(String(known));
  const forms = ((schema?.oneOf ?? schema?.anyOf ?? [schema]) as AnySchemaObject[]).map((form) => fill(form, error));
  const wanted = forms.find((body) => isForm(body, error));
  return wanted ?? forms.find((body) => !Array.isArray(body)) ?? forms[0];
}

function fill(
  schema: AnySchemaObject | undefined,
  { message, field = "non_field_errors" }: ApiError,
): Record<string, unknown> | readonly string[] {
  if (schema?.type === "array") return [message];
  const properties = (schema?.properties ?? {}) as Record<string, unknown>;
  if ("details" in properties) return { error: "400 Bad Request", details: { message } };
  const key = ["error", "message", "detail"].find((name) => name in properties);
  if (key !== undefined) return { [key]: message };
  return "errors" in properties ? { errors: { [field]: [message] } } : { [field]: [message] };
}

function isForm(body: object, { form }: ApiError): boolean {
  if (form === undefined) return false;
  return form === "list" ? Array.isArray(body) : form in body;
}
