import type { Effect } from "../../load/overrides.js";
import { listNames } from "../../shared/list-names.js";
import { cleanText } from "../clean-text.js";
import type { Reporter } from "../create-reporter.js";
import type { Method, Operation } from "../operations/types.js";
import { snakeName } from "../snake-name.js";

/** Verbs that destroy something, whatever the method is. */
const DELETES: ReadonlySet<string> = new Set([
  "delete",
  "deregister",
  "destroy",
  "erase",
  "purge",
  "remove",
  "revoke",
  "terminate",
  "wipe",
]);

/** Verbs that change something, which a method that only reads should not do. */
const WRITES: ReadonlySet<string> = new Set(["add", "create", "modify", "put", "send", "set", "update"]);

/** A name that begins with one of these is about what the other words name: `Get the delete job`. */
const READS: ReadonlySet<string> = new Set([
  "check",
  "count",
  "describe",
  "fetch",
  "find",
  "get",
  "list",
  "query",
  "read",
  "retrieve",
  "return",
  "search",
  "show",
]);

/** Methods that only read by the rules of HTTP; those of WebDAV as well. */
const READING: ReadonlySet<Method> = new Set<Method>([
  ...["GET", "HEAD", "OPTIONS", "QUERY", "PROPFIND", "REPORT", "SEARCH"],
]);

/** Words before the verb that only say how many. */
const AMOUNTS: ReadonlySet<string> = new Set(["batch", "bulk", "mass", "multi"]);

/** What a call does: by the method, unless the operation calls itself something worse. */
export function deriveEffect({ method, operationId = "", summary, path }: Operation): Effect {
  if (method === "DELETE" || method === "PURGE") return "delete";
  const named = [verbOf(withoutMethod(operationId)), verbOf(ACTION.exec(path)?.[1] ?? "")];
  const told = verbOf(cleanText(summary, 120)).replace(/(?<=h)es$|s$/, "");
  const last = /(?:^|[/.:])([a-z]+)\/?$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  const isRead = [...named, told].some((verb) => READS.has(verb));
  if (!isRead && [...named, told, last].some((verb) => DELETES.has(verb))) return "delete";
  if (!READING.has(method)) return "write";
  return !isRead && named.some((verb) => WRITES.has(verb)) ? "write" : "read";
}

/** Services that choose what is done by a parameter write it behind the path: `/#Action=DeleteQueue`. */
const ACTION = /[#?&](?:Action|X-Amz-Target)=(?:[^#?&]*\.)?([A-Za-z0-9_]+)/;

/** `GET_DeleteQueue` -> `DeleteQueue`; in `getUpdate`, the method is the verb. */
function withoutMethod(operationId: string): string {
  return operationId.replace(/^(?:get|head|options|post|put|patch|query)[^A-Za-z0-9]+/i, "");
}

/** The first word that says what is done. */
function verbOf(text: string): string {
  const words = snakeName(text.slice(0, 200)).split("_");
  return words.find((word) => !AMOUNTS.has(word)) ?? "";
}

/** Tells which tools do more than their method may: others that see the method may call it ahead or again. */
export function reportEffects(
  reporter: Reporter,
  tools: readonly { readonly operation: Operation; readonly effect: Effect }[],
): void {
  for (const effect of ["write", "delete"] as const) {
    const found = tools.filter((tool) => tool.effect === effect && READING.has(tool.operation.method));
    const [first] = found;
    if (first === undefined) continue;
    const { method, pointer } = first.operation;
    reporter.spec({
      code: "effect-method",
      severity: "warning",
      pointer,
      message: `By its name, a ${method} ${effect === "delete" ? "deletes, so that its tool asks for approval" : "changes something, so that its tool has the effect `write`"}: ${listNames(found.map(({ operation }) => operation.id))}.`,
      fix: "Use another method in the document, or write the `effect` in an action of the overrides.",
    });
  }
}
