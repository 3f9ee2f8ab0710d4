import type { Action, Argument, Body, Input } from "../model/types.js";
import type { Json, JsonObject } from "../shared/json.js";

/** The operation descriptor of a tool (`Operation` of the runtime) as data; what is usual is left out. */
export function planOperation(action: Action): JsonObject {
  const { operation } = action;
  const parts = action.arguments.flatMap((argument) => argument.places.map((place) => ({ argument, place })));
  const at = (where: Input["in"]): typeof parts => parts.filter(({ place }) => place.in === where);
  const data: Record<string, Json> = { method: operation.method, path: pathTemplate(action) };
  const add = (key: string, value: Json | undefined): void => {
    if (value !== undefined && !isEmpty(value)) data[key] = value;
  };

  add(
    "query",
    at("query").map(({ argument, place }) => queryPart(argument.name, place)),
  );
  add(
    "headers",
    at("header").map(({ argument, place }) => namedPart(argument.name, place.name)),
  );
  add(
    "cookies",
    at("cookie").map(({ argument, place }) => namedPart(argument.name, place.name)),
  );
  const body = at("body");
  const whole = body.find(({ place }) => place.name === "");
  if (whole !== undefined) add("body", { whole: whole.argument.name });
  else {
    add(
      "body",
      body.map(({ argument, place }) => namedPart(argument.name, place.name)),
    );
  }
  if (operation.body !== undefined) {
    if (operation.body.encoding !== "json") add("encoding", operation.body.encoding);
    if (operation.body.mediaType !== usualMediaType[operation.body.encoding])
      add("mediaType", operation.body.mediaType);
  }
  if (action.filters !== undefined) add("filters", filterParts(action.filters));
  add(
    "fill",
    record(action.arguments, ({ fill }) => fill),
  );
  add("send", Object.fromEntries(action.send.map(({ place, value }) => [place, value])));
  add(
    "wrap",
    record(action.arguments, ({ wrap }) => wrap),
  );
  if (operation.result.kind !== "json") add("answer", operation.result.kind);
  add("retry", action.retry);
  return data;
}

const usualMediaType: Record<Body["encoding"], string> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  text: "text/plain",
  binary: "application/octet-stream",
};

/** The document's template, with the names of the arguments in its braces. */
function pathTemplate({ operation, arguments: args }: Action): string {
  const names = new Map<string, string>();
  for (const argument of args) {
    for (const place of argument.places) if (place.in === "path") names.set(place.name, argument.name);
  }
  return operation.path.replace(/\{([^{}]*)\}/g, (_, name: string) => `{${names.get(name) ?? name}}`);
}

function queryPart(argument: string, place: Input): Json {
  const style = place.style === "simple" ? "form" : (place.style ?? "form");
  const part: Record<string, Json> = { argument };
  if (place.name !== argument) part.name = place.name;
  if (style !== "form") part.style = style;
  // Of the styles only form and deepObject are written apart by default; json has no parts.
  if (!place.explode && style !== "json") part.explode = false;
  if (place.allowReserved) part.allowReserved = true;
  return Object.keys(part).length === 1 ? argument : part;
}

function namedPart(argument: string, name: string): Json {
  return argument === name ? argument : { argument, name };
}

function filterParts(filters: NonNullable<Action["filters"]>): JsonObject {
  const { at, ids, clauses, raw, single } = filters;
  return {
    at: at.in === "body" ? at.name : at.place,
    ids,
    ...(clauses.length > 0 && { clauses }),
    ...(raw !== undefined && { raw }),
    single,
  };
}

function record<T extends Json>(args: readonly Argument[], read: (argument: Argument) => T | undefined): JsonObject {
  return Object.fromEntries(
    args.flatMap((argument) => {
      const value = read(argument);
      return value === undefined ? [] : [[argument.name, value]];
    }),
  );
}

function isEmpty(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
