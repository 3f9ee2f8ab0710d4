import { shortHash } from "../../shared/hash.js";
import { suggestName } from "../../shared/nearest-name.js";
import { compareText } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import { snakeName, splitTitle } from "../snake-name.js";
import type { Action } from "../types.js";
import type { SecurityStore } from "./create-security.js";
import type { Carrier, Scheme, Security } from "./types.js";

/**
 * The schemes that the tools need: first those that the document asks for by default, in its order, then by name; those
 * that are only parameters that look like keys come last. The first is the one that `apiKey` is short for.
 */
export function buildSchemes(
  context: ModelContext,
  actions: readonly Action[],
  defaults: Security,
  title: string,
): readonly Scheme[] {
  const { security: store } = context;
  checkAuth(context, actions);
  const needed = listNeeded(actions);
  const first = defaults.flatMap((each) => Object.keys(each)).filter((name) => needed.has(name));
  const all = [...new Set([...first, ...[...needed].sort(compareText)])];
  const { guessed } = store;
  const names = [...all.filter((name) => !guessed.has(name)), ...all.filter((name) => guessed.has(name))];
  const variables = nameVariables(names, store, title);
  const schemes = names.flatMap((name) => readScheme(name, name, variables.get(name) ?? [], store));
  const same = [...store.sentAs].filter(([name, as]) => needed.has(as) && !needed.has(name));
  return [...schemes, ...same.flatMap(([name, as]) => readScheme(name, as, [], store))];
}

/** Names of schemes; operations share what the document says, which is read once. */
function listNeeded(actions: readonly Action[]): ReadonlySet<string> {
  const distinct = new Set(actions.map(({ security }) => security));
  return new Set([...distinct].flatMap((security) => security.flatMap((each) => Object.keys(each))));
}

function readScheme(name: string, as: string, env: readonly string[], { known }: SecurityStore): readonly Scheme[] {
  const scheme = known.get(name);
  if (scheme?.kind !== "sent") return [];
  return [{ name, ...scheme.carrier, env, sentAs: name === as ? undefined : as, declared: scheme.declared }];
}

/** `TRAIN_TRAVEL_API_KEY` for the only scheme, `TRAIN_TRAVEL_ADMIN_KEY` for one of several, unless the overrides name it. */
function nameVariables(
  names: readonly string[],
  { auth, carrier }: SecurityStore,
  title: string,
): ReadonlyMap<string, readonly string[]> {
  const base = readBase(title);
  const taken = new Set<string>();
  const named = new Map<string, readonly string[]>();
  for (const name of names) {
    const written = auth.find((entry) => entry.scheme === name)?.env;
    if (written === undefined) continue;
    const variables = typeof written === "string" ? [written] : [written.username, written.password];
    named.set(
      name,
      carrier(name)?.credential === "basic" && variables.length === 1 ? withBasic(variables[0] ?? "") : variables,
    );
    for (const variable of named.get(name) ?? []) taken.add(variable);
  }
  const open = names.filter((name) => !named.has(name));
  const wish = (name: string): readonly string[] => nameOne(names.length > 1 ? name : "", base, carrier(name));
  const counts = new Map<string, number>();
  for (const name of open) for (const variable of wish(name)) counts.set(variable, (counts.get(variable) ?? 0) + 1);
  for (const name of open) {
    const free = wish(name).every((variable) => counts.get(variable) === 1 && !taken.has(variable));
    named.set(name, free ? wish(name) : nameOne(`${name} ${shortHash(name)}`, base, carrier(name)));
  }
  return named;
}

function nameOne(scheme: string, base: string, carrier: Carrier | undefined): readonly string[] {
  const words = snakeName(scheme).toUpperCase();
  const start = words === "" ? base : `${base}_${words}`;
  if (carrier?.credential === "basic") return withBasic(start);
  if (words === "") return [`${start}_API_KEY`];
  const says = /(?:KEY|TOKEN|SECRET)$/.test(words);
  return [says ? start : `${start}_${carrier?.prefix.startsWith("Bearer") ? "TOKEN" : "KEY"}`];
}

function withBasic(start: string): readonly string[] {
  return [`${start}_USERNAME`, `${start}_PASSWORD`];
}

/** `Train Travel API` -> `TRAIN_TRAVEL` */
function readBase(title: string): string {
  const words = splitTitle(title).join("_").toUpperCase().replace(/_API$/, "");
  return (/^[A-Z]/.test(words) ? words : `API_${words}`).replace(/_+$/, "");
}

/** Each entry of `pack.auth` names a scheme that can be sent, and that some tool needs. */
function checkAuth({ loaded, reporter, security: store }: ModelContext, actions: readonly Action[]): void {
  const { auth, carrier, known, sentAs } = store;
  const needed = listNeeded(actions);
  const isList = Array.isArray(loaded.overrides.pack?.auth);
  auth.forEach(({ scheme, env }, index) => {
    const entry = joinPointer("/pack/auth", ...(isList ? [`${index}`] : []));
    const pointer = joinPointer(entry, "scheme");
    if (typeof env === "object" && carrier(scheme)?.credential === "key")
      reporter.overrides({
        code: "auth-env",
        pointer: joinPointer(entry, "env"),
        message: `The security scheme "${scheme}" is one key, not a user name and a password.`,
        fix: "Name one variable.",
      });
    if (carrier(scheme) === undefined)
      reporter.overrides({
        code: "unknown-scheme",
        pointer,
        message: `The document has no security scheme "${scheme}" that a pack can send.`,
        fix: suggestName(
          scheme,
          [...known.keys()].filter((name) => carrier(name) !== undefined),
          "declare it here with `in` and `name`",
        ),
      });
    else if (actions.length > 0 && !needed.has(scheme) && !sentAs.has(scheme))
      reporter.overrides({
        code: "unused-auth",
        severity: "warning",
        pointer,
        message: `No tool needs the security scheme "${scheme}".`,
        fix: "Remove it from `pack.auth`, or change `security` in the document with an overlay.",
      });
  });
}
