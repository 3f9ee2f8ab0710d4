import type { FilterParts, Operation, ParameterPart } from "../../runtime/operation.js";
import type { Input, Result } from "../model/operations/types.js";
import type { Action, Argument, Pack } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import { listParts } from "./list-parts.js";
import { omitEmpty } from "./omit-empty.js";
import { planBody } from "./plan-body.js";
import { planParameter } from "./plan-parameter.js";
import type { Planned, PlannedMembers } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

export type PlannedOperation = PlannedMembers<Operation>;

/** The reader of each response. */
const readers: Readonly<Record<Result["kind"], ImportSymbol | undefined>> = {
  json: undefined,
  text: runtimeSymbols.readText,
  binary: runtimeSymbols.readBinary,
  stream: runtimeSymbols.collectStream,
  redirect: undefined,
  empty: undefined,
};

/** The operation of a tool (`Operation` of the runtime) as data; the runtime's defaults are omitted. */
export function planOperation(action: Action, { security }: Pick<Pack, "security">): PlannedOperation {
  const { operation, filters, retry } = action;
  if (operation.unsupported !== undefined) throw new Error(`${operation.id} is planned, but cannot be sent.`);
  const parts = listParts(action);
  const at = (where: Exclude<Input["in"], "body">): readonly (string | Planned<ParameterPart>)[] =>
    parts.filter(({ place }) => place.in === where).map(({ argument, place }) => planParameter(argument, place));
  // A path names its arguments in its template; these are those that are not one plain value.
  const segments = at("path").flatMap((part) =>
    typeof part === "string" || (part.style ?? part.encode) === undefined ? [] : [part],
  );
  const { accept, kind, redirects, streams } = operation.result;
  const planned = omitEmpty<PlannedOperation>({
    method: operation.method,
    path: pathTemplate(action),
    server: operation.server === undefined ? undefined : { url: operation.server, locate: runtimeSymbols.locateServer },
    segments: segments.length > 0 ? { write: runtimeSymbols.writeSegment, parts: segments } : undefined,
    query: at("query"),
    headers: at("header"),
    cookies: at("cookie"),
    ...planBody(action, parts),
    filters: filters && filterParts(filters),
    fill: record(action.arguments, ({ fill }) => fill),
    send: Object.fromEntries(action.send.map(({ place, value }) => [place, value])),
    wrap: record(action.arguments, ({ wrap }) => wrap),
    accept: accept === "application/json" ? undefined : accept,
    read: streams ? runtimeSymbols.collectStream : readers[kind],
    redirect: redirects ? "return" : undefined,
    retry,
  });
  // An empty list says that nothing is needed.
  const isDefault = action.security === security || JSON.stringify(action.security) === JSON.stringify(security);
  return isDefault ? planned : { ...planned, security: action.security };
}

/** The operation's template, with the names of the arguments in its braces. */
function pathTemplate({ operation, arguments: args }: Action): string {
  const names = new Map<string, string>();
  for (const argument of args) {
    for (const place of argument.places) if (place.in === "path") names.set(place.name, argument.name);
  }
  return operation.template.replace(/\{([^{}]*)\}/g, (_, name: string) => `{${names.get(name) ?? name}}`);
}

function filterParts(filters: NonNullable<Action["filters"]>): Planned<FilterParts> {
  const { at, ids, clauses, raw, single } = filters;
  return {
    build: runtimeSymbols.buildFilter,
    ...(at.in === "body" ? { at: at.name } : { at: at.place, style: runtimeSymbols.jsonParameter }),
    ids,
    ...(clauses.length > 0 && { clauses }),
    ...(raw !== undefined && { raw }),
    single,
  };
}

function record<T>(
  args: readonly Argument[],
  read: (argument: Argument) => T | undefined,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    args.flatMap((argument): [string, T][] => {
      const value = read(argument);
      return value === undefined ? [] : [[argument.name, value]];
    }),
  );
}
