import type { FilterParts, NamedPart, Operation, QueryPart } from "../../runtime/operation.js";
import type { Body, Input, Result } from "../model/operations/types.js";
import type { Action, Argument, Pack } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import { holdsLargeIntegers } from "./holds-large-integers.js";
import type { Planned, PlannedMembers } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

export type PlannedOperation = PlannedMembers<Operation>;

/** The encoder of each body, and its default media type. */
const bodies: Readonly<Record<Body["encoding"], { readonly encode?: ImportSymbol; readonly mediaType: string }>> = {
  json: { mediaType: "application/json" },
  form: { encode: runtimeSymbols.formBody, mediaType: "application/x-www-form-urlencoded" },
  text: { encode: runtimeSymbols.textBody, mediaType: "text/plain" },
  binary: { encode: runtimeSymbols.binaryBody, mediaType: "application/octet-stream" },
};

/** The reader of each response. */
const readers: Readonly<Record<Result["kind"], ImportSymbol | undefined>> = {
  json: undefined,
  text: runtimeSymbols.readText,
  binary: runtimeSymbols.readBinary,
  stream: runtimeSymbols.collectStream,
  redirect: undefined,
  empty: undefined,
};

/** The style of each parameter of a query; `simple` is for paths and headers. */
const styles: Readonly<Record<NonNullable<Input["style"]>, ImportSymbol | undefined>> = {
  simple: undefined,
  form: undefined,
  spaceDelimited: runtimeSymbols.spaceDelimited,
  pipeDelimited: runtimeSymbols.pipeDelimited,
  deepObject: runtimeSymbols.deepObject,
  json: runtimeSymbols.jsonParameter,
};

/** The operation of a tool (`Operation` of the runtime) as data; the runtime's defaults are omitted. */
export function planOperation(action: Action, { security }: Pick<Pack, "security">): PlannedOperation {
  const { operation, filters, retry } = action;
  if (operation.method === "TRACE") throw new Error(`${operation.id} is planned, but cannot be sent.`);
  const parts = listParts(action);
  const at = <Part>(where: Input["in"], plan: (argument: string, place: Input) => Part): readonly Part[] =>
    parts.filter(({ place }) => place.in === where).map(({ argument, place }) => plan(argument, place));
  const whole = parts.find(({ place }) => place.in === "body" && place.name === "");
  const { encode, mediaType } = bodies[operation.body?.encoding ?? "json"];
  const sent = operation.body?.mediaType ?? mediaType;
  const { accept, kind, redirects, streams } = operation.result;
  const planned = omitEmpty<PlannedOperation>({
    method: operation.method,
    path: pathTemplate(action),
    server: operation.server === undefined ? undefined : { url: operation.server, locate: runtimeSymbols.locateServer },
    query: at("query", queryPart),
    headers: at("header", namedPart),
    cookies: at("cookie", namedPart),
    body: whole === undefined ? at("body", namedPart) : { whole: whole.argument },
    encode: encode ?? (sendsLargeIntegers(action) ? runtimeSymbols.exactJson : undefined),
    mediaType: sent === mediaType ? undefined : sent,
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

/** A body of JSON is written with all the digits of such an integer. */
function sendsLargeIntegers({ arguments: args }: Action): boolean {
  return args.some(({ places, schema }) => places.some((place) => place.in === "body") && holdsLargeIntegers(schema));
}

/** What is sent at each place: an argument, or the constant of a place whose style is not the usual one, by its name. */
function listParts({ arguments: args, operation, send, hide }: Action): readonly Part[] {
  const given = args.flatMap(({ name, places }) => places.map((place) => ({ argument: name, place })));
  // What is hidden can still be sent by a program.
  const constants = new Set([...send, ...hide].map(({ place }) => place));
  const kept = operation.inputs
    .filter(({ place }) => constants.has(place))
    .map((place) => ({ argument: place.place, place }));
  return [...given, ...kept.filter(isUnusual)];
}

interface Part {
  readonly argument: string;
  readonly place: Input;
}

function isUnusual({ argument, place }: Part): boolean {
  const part = place.in === "query" ? queryPart(argument, place) : namedPart(argument, place);
  return place.place === "body:" || Object.keys(part).some((key) => key !== "argument" && key !== "name");
}

/** The operation's template, with the names of the arguments in its braces. */
function pathTemplate({ operation, arguments: args }: Action): string {
  const names = new Map<string, string>();
  for (const argument of args) {
    for (const place of argument.places) if (place.in === "path") names.set(place.name, argument.name);
  }
  return operation.template.replace(/\{([^{}]*)\}/g, (_, name: string) => `{${names.get(name) ?? name}}`);
}

function queryPart(argument: string, place: Input): string | Planned<QueryPart> {
  const style = place.style ?? "form";
  const isList = !place.explode && (style === "form" || style === "simple");
  const part = omitEmpty<Planned<QueryPart>>({
    argument,
    name: place.name === argument ? undefined : place.name,
    style: isList ? runtimeSymbols.commaSeparated : styles[style],
    encode: place.allowReserved ? runtimeSymbols.allowReserved : undefined,
  });
  return Object.keys(part).length === 1 ? argument : part;
}

function namedPart(argument: string, place: Input): string | NamedPart {
  return argument === place.name ? argument : { argument, name: place.name };
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

/** An object without the members that are undefined, an empty list or an empty record. */
function omitEmpty<T extends object>(value: { readonly [Key in keyof T]: T[Key] | undefined }): T {
  const isEmpty = (each: unknown): boolean => typeof each === "object" && Object.keys(each ?? {}).length === 0;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && !isEmpty(each))) as T;
}
