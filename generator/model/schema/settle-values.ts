import { asList, type Json } from "../../shared/json.js";
import { hasType, readTypes } from "./read-types.js";

/** A value that a schema lists although its own `type` excludes it. */
export interface ValueFault {
  readonly keyword: "const" | "enum" | "default";
  /** The end of a sentence: `"10" is not of type integer, so tools take 10`. */
  readonly message: string;
}

/**
 * Makes `const`, `enum` and `default` agree with `type`: a value is written as its type where that is exact, else left out.
 * A list of which nothing remains is left out as well, since its `type` is what can be met.
 */
export function settleValues(keywords: Map<string, Json>, nullable: boolean): readonly ValueFault[] {
  const types = readTypes(keywords.get("type"));
  if (types.length === 0) return [];
  const faults: ValueFault[] = [];
  const settle = (keyword: ValueFault["keyword"], values: readonly Json[]): readonly Json[] => {
    const kept = values.map((value) => ({ value, as: value === null && nullable ? value : convert(value, types) }));
    const wrong = kept.filter(({ value, as }) => value !== as);
    if (wrong.length > 0) faults.push({ keyword, message: describe(wrong, types) });
    return [...new Set(kept.flatMap(({ as }) => (as === undefined ? [] : [as])))];
  };
  const values = asList(keywords.get("enum"));
  if (values.length > 0) replace(keywords, "enum", settle("enum", values));
  for (const keyword of ["const", "default"] as const) {
    const value = keywords.get(keyword);
    if (value !== undefined) replace(keywords, keyword, settle(keyword, [value])[0]);
  }
  return faults;
}

/** The value in one of these types, where that is the same value; undefined where it is another. */
export function convert(value: Json, types: readonly string[]): Json | undefined {
  if (hasType(value, types)) return value;
  if (typeof value === "string") {
    const number = Number(value);
    if (`${number}` === value && hasType(number, types)) return number;
    return types.includes("boolean") && /^(?:true|false)$/.test(value) ? value === "true" : undefined;
  }
  return (typeof value === "number" || typeof value === "boolean") && types.includes("string") ? `${value}` : undefined;
}

function describe(wrong: readonly { value: Json; as: Json | undefined }[], types: readonly string[]): string {
  const show = (values: readonly Json[]): string => {
    const shown = values.slice(0, 5).map((value) => JSON.stringify(value).slice(0, 60));
    return values.length > 5 ? `${shown.join(", ")} and ${values.length - 5} more` : shown.join(", ");
  };
  const taken = wrong.flatMap(({ as }) => (as === undefined ? [] : [as]));
  const said = `${show(wrong.map(({ value }) => value))} ${wrong.length === 1 ? "is" : "are"} not of type ${types.join(" or ")}`;
  return taken.length === 0 ? `${said} and left out` : `${said}, so tools take ${show(taken)}`;
}

function replace(keywords: Map<string, Json>, keyword: string, value: Json | undefined): void {
  if (value === undefined || (Array.isArray(value) && keyword === "enum" && value.length === 0))
    keywords.delete(keyword);
  else keywords.set(keyword, value);
}
