import type { AuthOverride, Overrides } from "../../load/overrides.js";
import { shortHash } from "../../shared/hash.js";
import { asObject, type JsonObject } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import { readKeyCarrier, readScheme } from "./read-scheme.js";
import type { Carrier, KnownScheme, Security } from "./types.js";

/** Something to tell about the security of operations; the same about others becomes one problem. */
export interface SecurityNote {
  readonly code: string;
  readonly operations: readonly string[];
  /** Where to look. */
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

/** The security schemes of a run. */
export interface SecurityStore {
  /** What `pack.auth` of the overrides lists. */
  readonly auth: readonly AuthOverride[];
  readonly known: ReadonlyMap<string, KnownScheme>;
  /** Those of them that nothing declares: parameters that look like keys. */
  readonly guessed: ReadonlySet<string>;
  readonly notes: readonly SecurityNote[];
  /** Whether an operation has a `security` of its own. */
  asked: boolean;
  /** The operations that have none. */
  readonly silent: string[];
  /** What those need, once it is read. */
  defaults: Security | undefined;
  /** Schemes that are sent as another one, by name. */
  readonly sentAs: Map<string, string>;
  carrier(name: string): Carrier | undefined;
  /** The places that schemes fill: `header:x-api-key`. */
  filled(security: Security): ReadonlySet<string>;
  /** The credential that is declared as a parameter at a place: by an operation before, or by `pack.auth`. */
  keyAt(place: string): string | undefined;
  /**
   * The scheme of a parameter that is a key, added if it is new. Never one that the document declares: where that fills
   * the place, it belongs to the operations whose `security` lists it.
   */
  nameKey(place: Carrier["in"], parameter: string): string;
  note(note: SecurityNote): void;
}

/** The entries of `pack.auth`. */
function listAuth({ pack }: Overrides): readonly AuthOverride[] {
  const auth = pack?.auth ?? [];
  return "scheme" in auth ? [auth] : auth;
}

/** Reads the schemes of the document, as the overrides change and complete them. */
export function createSecurity(document: JsonObject, overrides: Overrides): SecurityStore {
  const auth = listAuth(overrides);
  const declared = asObject(asObject(document.components)?.securitySchemes) ?? {};
  const known = new Map<string, KnownScheme>();
  const keys = new Map<string, string>();
  const add = (name: string, scheme: KnownScheme): void => {
    const prefix = auth.find((entry) => entry.scheme === name)?.prefix;
    const changed = scheme.kind === "sent" && prefix !== undefined;
    known.set(name, changed ? { ...scheme, carrier: { ...scheme.carrier, prefix } } : scheme);
  };
  const addKey = (name: string, place: string, parameter: string): void => {
    const carrier = readKeyCarrier(place, parameter, "");
    if (typeof carrier === "string") known.set(name, { kind: "unsent", reason: carrier });
    else {
      add(name, { kind: "sent", carrier, declared: { type: "apiKey", in: place, name: parameter } });
      if (!keys.has(placeOf(carrier))) keys.set(placeOf(carrier), name);
    }
  };
  for (const name of Object.keys(declared)) {
    const pointer = joinPointer("/components/securitySchemes", name);
    add(name, readScheme(resolveRef(document, declared[name], pointer)?.value ?? {}));
  }
  for (const { scheme, in: place, name } of auth)
    if (place !== undefined && name !== undefined) addKey(scheme, place, name);

  const guessed = new Set<string>();
  const notes: SecurityNote[] = [];
  const carrierOf = (name: string): Carrier | undefined => {
    const scheme = known.get(name);
    return scheme?.kind === "sent" ? scheme.carrier : undefined;
  };
  const filled = new WeakMap<Security, ReadonlySet<string>>();
  return {
    auth,
    known,
    guessed,
    notes,
    asked: false,
    silent: [],
    defaults: undefined,
    sentAs: new Map(),
    carrier: carrierOf,
    filled(security) {
      const carriers = (): readonly (Carrier | undefined)[] =>
        security.flatMap((alternative) => Object.keys(alternative).map(carrierOf));
      const places =
        filled.get(security) ?? new Set(carriers().flatMap((carrier) => (carrier ? [placeOf(carrier)] : [])));
      filled.set(security, places);
      return places;
    },
    keyAt: (place) => keys.get(place),
    nameKey(place, parameter) {
      const wanted = placeOf({ in: place, parameter });
      const same = keys.get(wanted);
      if (same !== undefined) return same;
      const name = wanted.slice(place.length + 1);
      const free = [name, `${place}_${name}`].find((each) => !known.has(each)) ?? `${name}_${shortHash(wanted)}`;
      addKey(free, place, parameter);
      guessed.add(free);
      return free;
    },
    note: (note) => void notes.push(note),
  };
}

/** Identifies the place that a credential fills; names of headers are case-insensitive. */
export function placeOf({ in: place, parameter }: Pick<Carrier, "in" | "parameter">): string {
  return `${place}:${place === "header" ? parameter.toLowerCase() : parameter}`;
}

/** Where an operation leaves a choice, `pack.auth` makes it. */
export function chooseByAuth(alternatives: Security, { auth }: SecurityStore): Security {
  const listed = new Set(auth.map(({ scheme }) => scheme));
  const chosen = alternatives.filter((each) => Object.keys(each).every((name) => listed.has(name)));
  return chosen.some((each) => Object.keys(each).length > 0) ? chosen : alternatives;
}
