import { isToken, reservedHeaders } from "../../shared/header-names.js";
import { asText } from "../../shared/json.js";
import { listNames } from "../../shared/list-names.js";
import type { Resolved } from "../../shared/ref.js";
import type { SecurityStore } from "../security/create-security.js";
import { isKeyParameter } from "../security/find-key.js";
import { findSigning } from "../security/find-signing.js";
import type { Security } from "../security/types.js";
import { placeOf } from "./check-parameters.js";
import type { Refuse } from "./raw-operation.js";

/** Headers that OpenAPI describes elsewhere: parameters of these names are ignored. */
const IGNORED: ReadonlySet<string> = new Set(["accept", "content-type"]);

/** What a parameter is: an argument, a key that a host gives, or nothing that a call can set. */
export type ParameterSort = (parameter: Resolved) => "argument" | "key" | "none";

/** Sorts the parameters of one operation; what is neither an argument nor filled otherwise is reported by name. */
export function createParameterSort(
  store: SecurityStore,
  { id, security, refuse }: { readonly id: string; readonly security: Security; readonly refuse: Refuse },
  parameters: readonly Resolved[],
): ParameterSort {
  const filled = store.filled(security);
  const signing = findSigning(parameters.filter((parameter) => !filled.has(placeOf(parameter))));
  const note = (code: string, pointer: string, message: string, fix: string): "none" => {
    store.note({ code, operations: [id], pointer, message, fix });
    return "none";
  };
  const noteSigning = (parameter: Resolved): "none" => {
    const [first] = signing;
    if (parameter !== first) return "none";
    const names = listNames([...signing].map(({ value }) => asText(value.name)));
    return note(
      "signed-request",
      parameter.pointer,
      `A pack does not sign requests, and leaves out the parameters that carry a signature (${names})`,
      "Sign the requests in the option `fetch` of the client.",
    );
  };
  return (parameter) => {
    const { value, pointer } = parameter;
    const place = asText(value.in);
    const name = asText(value.name);
    if (filled.has(placeOf(parameter))) return "none";
    if (signing.has(parameter)) return noteSigning(parameter);
    if (place === "header" && IGNORED.has(name.toLowerCase())) return "none";
    if ((place === "header" || place === "cookie") && !isToken(name)) {
      const fault = `the ${place} parameter ${name} has a name that HTTP cannot carry`;
      const fix = "Rename it: letters, digits and hyphens.";
      if (value.required === true) refuse("header-name", fault, pointer, fix);
      return note("header-name", pointer, `${fault.replace("the", "The")}, and is left out`, fix);
    }
    // Before the reserved ones: `Authorization` is a key that somebody must give.
    if (isKeyParameter(place, name, asText(value.description))) return "key";
    if (place === "header" && reservedHeaders.test(name))
      return note(
        "reserved-header",
        pointer,
        `The header ${name} is set by the client or by \`fetch\`, and is left out`,
        "Remove the parameter; a host can send a header of its own with the option `headers`.",
      );
    return "argument";
  };
}
