import { refuseArgument } from "../errors/refuse-argument.js";
import type { ToolpackError } from "../errors/toolpack-error.js";
import { unescapePointer } from "../json.js";
import type { Requirement, ValidationIssue } from "../types.js";

/**
 * The one error for what a validator found: a wrong or unknown argument first, then a broken rule between arguments.
 *
 * @param open - the argument for properties of the body that have none of their own
 */
export function readIssues(
  issues: readonly ValidationIssue[],
  args: Readonly<Record<string, unknown>>,
  rules: readonly Requirement[] = [],
  open?: string,
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
  const found = [...named].sort((a, b) => rank(b) - rank(a))[0] ?? issues[0];
  if (!found) return refuseArgument("", "Arguments are invalid");
  const { instancePath, keyword, params } = found;
  const { missingProperty, additionalProperty } = params;
  const name = missingProperty ?? additionalProperty;
  const path = (name ? `${instancePath}/${name}` : instancePath).slice(1);
  const field = unescapePointer(path.replace(/\/(\d+)(?=\/|$)/g, "[$1]").replaceAll("/", "."));
  if (name) {
    // Only the body itself has an open part.
    const hint = open && !instancePath ? `. Pass it in ${open}` : "";
    return refuseArgument(field, missingProperty ? "is required" : `is not a known argument${hint}`);
  }
  const value = Object.values(params).pop() ?? "";
  let rule = `match the ${keyword} ${value}`;
  // The name itself may be a secret that a model has been given.
  if (keyword === "propertyNames") rule = "have only allowed names, without an argument of their own";
  if (keyword === "not") rule = "be another value";
  if (/^m(in|ax)/.test(keyword)) rule = `be at ${keyword[1] === "i" ? "least" : "most"} ${value} (${keyword})`;
  if (wants.test(keyword)) {
    // The branches of a union want different types or values at one place.
    const same = issues.filter((other) => other.instancePath === instancePath && wants.test(other.keyword));
    rule = `be ${[...new Set(same.flatMap(listWanted))].join(" or ")}`;
  }
  return refuseArgument(field, `must ${rule}`.slice(0, 300));
}

const wants = /^(type|const|enum)$/;

function listWanted({ params: { type, allowedValue, allowedValues = [allowedValue] } }: ValidationIssue): unknown {
  return type ?? (allowedValues as unknown[]).map((value) => JSON.stringify(value));
}

/** What is wrong inside a branch of a union says more than that the value belongs to another branch. */
function rank({ keyword, instancePath }: ValidationIssue): number {
  // The names of an object say more than what each of them must not be.
  const high = keyword === "type" ? 2 : keyword === "propertyNames" ? 4 : 3;
  const kind = /Of$/.test(keyword) ? 0 : /^(const|enum|addi)/.test(keyword) ? 1 : high;
  return kind + instancePath.length / 1e5;
}

const amounts = { any: "at least one", one: "exactly one", atMostOne: "at most one" };
