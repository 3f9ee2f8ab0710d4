import { refuseArgument } from "../errors/refuse-argument.js";
import type { ToolpackError } from "../errors/toolpack-error.js";
import { unescapePointer } from "../json.js";
import type { Requirement, ValidationIssue } from "../types.js";

/** The one error for what a validator found: a wrong or unknown argument first, then a broken rule between arguments. */
export function readIssues(
  issues: readonly ValidationIssue[],
  args: Readonly<Record<string, unknown>>,
  rules: readonly Requirement[] = [],
): ToolpackError {
  const named = issues.filter(({ instancePath, params: { additionalProperty } }) => instancePath || additionalProperty);
  for (const rule of named[0] ? [] : rules) {
    const [kind, names] = Object.entries(rule)[0] as [keyof typeof amounts, readonly string[]];
    const given = names.filter((name) => name in args).length;
    if ((kind !== "atMostOne" && !given) || (kind !== "any" && given > 1)) {
      return refuseArgument(
        names[0] as string,
        `${amounts[kind]} of ${names.join(", ")} is ${kind === "atMostOne" ? "allowed" : "required"}`,
      );
    }
  }
  const found = named.find(({ keyword }) => !keyword.endsWith("Of")) ?? named[0] ?? issues[0];
  if (!found) return refuseArgument("", "Arguments are invalid");
  const { instancePath, keyword, params } = found;
  const { missingProperty, additionalProperty } = params;
  const name = missingProperty ?? additionalProperty;
  const path = (name ? `${instancePath}/${name}` : instancePath).slice(1);
  const field = unescapePointer(path.replace(/\/(\d+)(?=\/|$)/g, "[$1]").replaceAll("/", "."));
  if (name) return refuseArgument(field, missingProperty ? "is required" : "is not a known argument");
  return refuseArgument(field, `must match ${keyword} ${Object.values(params).pop() ?? ""}`.slice(0, 200));
}

const amounts = { any: "at least one", one: "exactly one", atMostOne: "at most one" };
