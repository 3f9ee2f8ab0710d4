import type { Input } from "../operations/types.js";
import type { SecurityStore } from "./create-security.js";
import { placeOf } from "./create-security.js";
import type { Carrier, Security } from "./types.js";

/** A parameter that is a key: no argument, but filled by a scheme. */
export interface KeyParameter {
  readonly input: Input;
  /** Undefined for an optional one of an operation that declares other schemes: it is not sent. */
  readonly scheme: string | undefined;
}

/** The places that the schemes of an operation fill: `header:x-api-key`. */
export function listFilled(security: Security, store: SecurityStore): ReadonlySet<string> {
  return new Set(
    security.flatMap((alternative) =>
      Object.keys(alternative).flatMap((name) => {
        const carrier = store.carrier(name);
        return carrier === undefined ? [] : [placeOf(carrier)];
      }),
    ),
  );
}

/** The parameters of an operation that are keys, each with the scheme that fills it. */
export function buildKeys(
  inputs: readonly Input[],
  security: Security,
  store: SecurityStore,
  operation: string,
): readonly KeyParameter[] {
  return inputs.map((input) => {
    const sent = input.required || security.length === 0;
    const scheme = sent ? store.nameKey(input.in as Carrier["in"], input.name) : undefined;
    store.note({
      code: "key-parameter",
      operation,
      pointer: input.pointer,
      message:
        scheme === undefined
          ? `The optional ${input.in} parameter ${input.name} is a key, and is left out because the operation declares how it is authorized`
          : `The ${input.in} parameter ${input.name} is a key, which the host gives as the credential "${scheme}" and no model sees`,
      fix: "Declare it under `components.securitySchemes` and `security`, or in `pack.auth` of the overrides; if it is data, name its place with `at` under `arguments`.",
    });
    return { input, scheme };
  });
}

/** A required key belongs to every alternative. Optional ones count where nothing is declared, and may be absent. */
export function addKeys(security: Security, keys: readonly KeyParameter[]): Security {
  const named = keys.flatMap(({ input, scheme }) => (scheme === undefined ? [] : [{ input, scheme }]));
  const required = named.filter(({ input }) => input.required).map(({ scheme }) => [scheme, []] as const);
  const optional = named.filter(({ input }) => !input.required).map(({ scheme }) => ({ [scheme]: [] }));
  const asked = security.length > 0 ? security : optional.length > 0 ? [...optional, {}] : [];
  if (required.length === 0) return asked;
  const all = (asked.length > 0 ? asked : [{}]).map((each) =>
    Object.fromEntries([...required, ...Object.entries(each)]),
  );
  return all;
}

/** What is still needed of a host where a tool fills some keys itself, as arguments or constants. */
export function dropFilled(security: Security, keys: readonly KeyParameter[], filled: ReadonlySet<string>): Security {
  const dropped = new Set(keys.flatMap(({ input, scheme }) => (filled.has(input.place) && scheme ? [scheme] : [])));
  if (dropped.size === 0) return security;
  const left = security.map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => !dropped.has(name))));
  return left.some((each) => Object.keys(each).length > 0) ? left : [];
}
