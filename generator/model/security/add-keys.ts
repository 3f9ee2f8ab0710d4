import type { Input } from "../operations/types.js";
import type { SecurityStore } from "./create-security.js";
import { chooseByAuth, placeOf } from "./create-security.js";
import type { Carrier, Security } from "./types.js";

/** A parameter that is a key: no argument, but filled by a scheme. */
export interface KeyParameter {
  readonly input: Input;
  /** Undefined for an optional one of an operation that declares other schemes: it is not sent. */
  readonly scheme: string | undefined;
}

/** The parameters of an operation that are keys, each with the scheme that fills it. */
export function buildKeys(
  inputs: readonly Input[],
  security: Security,
  store: SecurityStore,
  operation: string,
): readonly KeyParameter[] {
  return inputs.map((input) => {
    const place = placeOf({ in: input.in as Carrier["in"], parameter: input.name });
    const isListed = store.auth.some(({ scheme }) =>
      store.carrier(scheme) === undefined ? place === `${input.in}:${scheme}` : store.keyAt(place) === scheme,
    );
    const sent = input.required || security.length === 0 || isListed;
    const scheme = sent ? store.nameKey(input.in as Carrier["in"], input.name) : undefined;
    store.note({
      code: "key-parameter",
      operations: [operation],
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

/**
 * A required key belongs to every alternative. An optional one is an alternative itself; where nothing else is declared, so
 * is no key at all.
 */
export function addKeys(security: Security, keys: readonly KeyParameter[], store: SecurityStore): Security {
  if (keys.length === 0) return security;
  const named = keys.flatMap(({ input, scheme }) => (scheme === undefined ? [] : [{ input, scheme }]));
  const required = named.filter(({ input }) => input.required).map(({ scheme }) => [scheme, []] as const);
  const optional = named.filter(({ input }) => !input.required).map(({ scheme }) => ({ [scheme]: [] }));
  const otherwise = security.length > 0 || optional.length === 0 ? security : [{}];
  const asked = chooseByAuth([...optional, ...otherwise], store);
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
