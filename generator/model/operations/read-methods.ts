import { asObject, type JsonObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Resolved } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import type { Refuse } from "./raw-operation.js";
import type { Method } from "./types.js";

/** Those with a field of their own, in the order in which the operations of one path are listed. */
const METHODS: readonly Method[] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"];

/** Methods that fetch never sends. They are read nevertheless, so that they are counted and can be hidden. */
const NEVER_SENT: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/** The keys of an operation in its path item; a method without a field of its own is in `additionalOperations`. */
export function operationKeys(method: Method): readonly string[] {
  return METHODS.includes(method) ? [method.toLowerCase()] : ["additionalOperations", method];
}

/** The operations of a path item, those of its own fields first. */
export function readMethods(item: JsonObject): readonly { readonly method: Method; readonly raw: JsonObject }[] {
  const other = asObject(item.additionalOperations) ?? {};
  const own = METHODS.map((method) => ({ method, raw: asObject(item[method.toLowerCase()]) }));
  const added = Object.keys(other)
    .sort(compareText)
    .filter((method) => !METHODS.includes(method))
    .map((method) => ({ method, raw: asObject(other[method]) }));
  return [...own, ...added].flatMap(({ method, raw }) => (raw === undefined ? [] : [{ method, raw }]));
}

/** Reports what stands in `additionalOperations` although it has a field of its own. */
export function checkMethods({ reporter }: ModelContext, { value, pointer }: Resolved): void {
  for (const method of Object.keys(asObject(value.additionalOperations) ?? {}))
    if (METHODS.includes(method))
      reporter.spec({
        code: "method",
        severity: "warning",
        pointer: joinPointer(pointer, "additionalOperations", method),
        message: `\`additionalOperations\` cannot have ${method}, so it is ignored there.`,
        fix: `Write it as the field \`${method.toLowerCase()}\` of the path.`,
      });
}

/** Leaves out what no request can be sent with. */
export function refuseMethod(method: Method, refuse: Refuse): void {
  const standard = method.toUpperCase();
  if (NEVER_SENT.has(standard))
    refuse(
      `method-${standard.toLowerCase()}`,
      `fetch cannot send ${standard}`,
      undefined,
      "Describe it with another method, or list it under `hidden` in the overrides with a reason.",
    );
  else if (METHODS.includes(method)) return;
  else if (METHODS.includes(standard))
    refuse(
      "method",
      `the method ${method} differs from ${standard} only in case, which fetch does not keep`,
      undefined,
      `Write it as the field \`${standard.toLowerCase()}\` of the path.`,
    );
  else if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/.test(method))
    refuse("method", `${JSON.stringify(method)} is not a method of HTTP`, undefined, "Use a token.");
}
