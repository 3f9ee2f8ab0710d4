import { asList, asObject, type Json } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import type { RawOperation } from "../operations/raw-operation.js";
import { operationKeys } from "../operations/read-methods.js";
import { chooseByAuth, placeOf, type SecurityStore } from "./create-security.js";
import type { Security } from "./types.js";

type Alternative = Security[number];

/** Where a `security` is written, and the operations that it is about. */
interface Owner {
  readonly operations: readonly string[];
  readonly pointer: string;
}

/**
 * What an operation needs: its own `security`, else that of the document, else what `pack.auth` lists. Alternatives that
 * a pack cannot send are left out, by name. An empty list needs nothing.
 */
export function buildSecurity(context: ModelContext, { item, method, raw }: RawOperation, id: string): Security {
  const { security: store } = context;
  if (!Array.isArray(raw.security)) {
    store.silent.push(id);
    return buildDefaultSecurity(context);
  }
  store.asked = true;
  const pointer = joinPointer(item.pointer, ...operationKeys(method), "security");
  return readList(raw.security, store, { operations: [id], pointer });
}

/** What an operation needs that says nothing itself: read once for all of them. */
export function buildDefaultSecurity({ document, security: store }: ModelContext): Security {
  store.defaults ??= readList(document.security, store, { operations: store.silent, pointer: "/security" });
  return store.defaults;
}

function readList(list: Json | undefined, store: SecurityStore, owner: Owner): Security {
  const byAuth = authAlternatives(store);
  if (!Array.isArray(list)) return byAuth;
  const read = asList(list).map((item, index) => {
    return readAlternative(item, store, { ...owner, pointer: joinPointer(owner.pointer, `${index}`) });
  });
  const usable = orderAlternatives(read.filter((alternative) => alternative !== undefined));
  return usable.length === 0 && list.length > 0 ? byAuth : chooseByAuth(usable, store);
}

/** All schemes of `pack.auth` together. */
function authAlternatives({ auth, carrier, known }: SecurityStore): Security {
  const names = auth.map(({ scheme }) => scheme).filter((name) => known.has(name) && carrier(name) !== undefined);
  return names.length === 0 ? [] : [Object.fromEntries(names.map((name) => [name, []]))];
}

/** Each alternative once, and the one that needs nothing last, since a credential that is there is sent. */
function orderAlternatives(alternatives: readonly Alternative[]): Security {
  const distinct = [...new Map(alternatives.map((each) => [JSON.stringify(each), each])).values()];
  const needing = distinct.filter((each) => Object.keys(each).length > 0);
  return needing.length < distinct.length && needing.length > 0 ? [...needing, {}] : needing;
}

function readAlternative(item: Json, store: SecurityStore, owner: Owner): Alternative | undefined {
  const needed = asObject(item);
  if (needed === undefined) return undefined;
  const read = new Map<string, readonly string[]>();
  const filled = new Map<string, string>();
  for (const [name, scopes] of Object.entries(needed)) {
    const carrier = store.carrier(name);
    if (carrier === undefined) return noteMissing(name, store, owner);
    const place = placeOf(carrier);
    const first = filled.get(place);
    if (first === undefined) filled.set(place, name);
    else if (store.carrier(first)?.prefix !== carrier.prefix) return noteConflict(first, name, store, owner);
    // One token serves both: two OAuth flows of one service, for example.
    else store.sentAs.set(name, first);
    const texts = asList(scopes).filter((scope): scope is string => typeof scope === "string");
    read.set(first ?? name, [...new Set([...(read.get(first ?? name) ?? []), ...texts])]);
  }
  return Object.fromEntries(read);
}

function noteMissing(name: string, store: SecurityStore, owner: Owner): undefined {
  const known = store.known.get(name);
  const pointer = joinPointer(owner.pointer, name);
  if (known?.kind === "unsent")
    store.note({
      code: "unsupported-scheme",
      operations: owner.operations,
      pointer,
      message: `The security scheme "${name}" ${known.reason}, so a pack does not send it`,
      fix: "Send it yourself with the options `headers` or `fetch`, or declare another scheme.",
    });
  else
    store.note({
      code: "unknown-scheme",
      operations: owner.operations,
      pointer,
      message: `The security scheme "${name}" is not defined, and is ignored`,
      fix: "Define it under `components.securitySchemes`, or set `pack.auth` in the overrides.",
    });
}

function noteConflict(first: string, second: string, store: SecurityStore, owner: Owner): undefined {
  store.note({
    code: "scheme-conflict",
    operations: owner.operations,
    pointer: joinPointer(owner.pointer, second),
    message: `The security schemes "${first}" and "${second}" are needed together but fill the same place, so that one request cannot carry both`,
    fix: "Write them as alternatives: two items of the list.",
  });
}
