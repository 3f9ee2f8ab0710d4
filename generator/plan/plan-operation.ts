import type { FilterParts, Operation, ParameterPart } from "../../runtime/operation.js";
import type { Input, Result } from "../model/operations/types.js";
import type { Action, Argument } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
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
  empty: runtimeSymbols.readNothing,
};

/** The operation of a tool (`Operation` of the runtime) as data; the runtime's defaults are omitted. */
export function planOperation(action: Action): PlannedOperation {
  const { operation, filters, retry } = action;
  const parts = action.arguments.flatMap((argument) => argument.places.map((place) => ({ argument, place })));
  const at = (where: Exclude<Input["in"], "body">): readonly (string | Planned<ParameterPart>)[] =>
    parts.filter(({ place }) => place.in === where).map(({ argument, place }) => planParameter(argument.name, place));
  // A path names its arguments in its template; these are those that are not one plain value.
  const segments = at("path").flatMap((part) =>
    typeof part === "string" || (part.style ?? part.encode) === undefined ? [] : [part],
  );
  return omitEmpty<PlannedOperation>({
    method: operation.method,
    path: pathTemplate(action),
    segments: segments.length > 0 ? { write: runtimeSymbols.writeSegment, parts: segments } : undefined,
    query: at("query"),
    headers: at("header"),
    cookies: at("cookie"),
    ...planBody(action),
    filters: filters && filterParts(filters),
    fill: record(action.arguments, ({ fill }) => fill),
    send: Object.fromEntries(action.send.map(({ place, value }) => [place, value])),
    wrap: record(action.arguments, ({ wrap }) => wrap),
    read: readers[operation.result.kind],
    retry,
  });
}

/** The document's template, with the names of the arguments in its braces. */
function pathTemplate({ operation, arguments: args }: Action): string {
  const names = new Map<string, string>();
  for (const argument of args) {
    for (const place of argument.places) if (place.in === "path") names.set(place.name, argument.name);
  }
  return operation.path.replace(/\{([^{}]*)\}/g, (_, name: string) => `{${names.get(name) ?? name}}`);
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
