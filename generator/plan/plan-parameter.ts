import type { ParameterPart } from "../../runtime/operation.js";
import type { Input } from "../model/operations/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import { asObject } from "../shared/json.js";
import { holdsLargeIntegers } from "./holds-large-integers.js";
import { omitEmpty } from "./omit-empty.js";
import type { Planned } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

/** A parameter as the runtime reads it; a plain name where it is an argument of that name in the default style. */
export function planParameter(argument: string, place: Input): string | Planned<ParameterPart> {
  const { style, encode } = writers[place.in as keyof typeof writers](place);
  const isHead = place.in === "header" || place.in === "cookie";
  const part = omitEmpty<Planned<ParameterPart>>({
    argument,
    name: place.name === argument ? undefined : place.name,
    style,
    encode,
    add: isHead && (style ?? encode) !== undefined ? runtimeSymbols.addStyled : undefined,
  });
  return Object.keys(part).length === 1 ? argument : part;
}

/** The functions that write a value; what is undefined is the runtime's default. */
interface Writers {
  readonly style: ImportSymbol | undefined;
  readonly encode?: ImportSymbol | undefined;
}

/** How a value of each place is written. */
const writers: Readonly<Record<Exclude<Input["in"], "body">, (place: Input) => Writers>> = {
  query: (place) => ({
    style: queryStyle(place),
    encode: place.allowReserved
      ? runtimeSymbols.allowReserved
      : nestsLargeIntegers(place)
        ? runtimeSymbols.exactText
        : undefined,
  }),
  header: ({ style, explode, compound }) => ({
    style: style === "json" ? runtimeSymbols.jsonHeader : compound && style === "simple" ? simple(explode) : undefined,
  }),
  cookie: ({ style, explode, compound }) => ({
    style:
      style === "json"
        ? runtimeSymbols.jsonParameter
        : compound && style !== "text"
          ? explode
            ? runtimeSymbols.cookiePairs
            : runtimeSymbols.commaSeparated
          : undefined,
    encode: style === "cookie" ? runtimeSymbols.plainCookie : undefined,
  }),
  path: (place) => ({
    style: pathStyle(place),
    encode: place.allowReserved ? runtimeSymbols.allowReservedInPath : undefined,
  }),
};

/** Whether a list or an object may contain another one, which is sent as JSON text, with integers that need all their digits. */
function nestsLargeIntegers({ compound, schema, style }: Input): boolean {
  if (compound === undefined || style === "json" || style === "deepObject") return false;
  return asObject(schema.items)?.type !== "integer" && holdsLargeIntegers(schema);
}

/** Also of a property of a form, whose styles are those of a query. */
export function queryStyle({
  style,
  explode,
  allowEmpty,
}: Pick<Input, "style" | "explode" | "allowEmpty">): ImportSymbol | undefined {
  switch (style) {
    case "json":
      return runtimeSymbols.jsonParameter;
    case "deepObject":
      return runtimeSymbols.deepObject;
    case "spaceDelimited":
      return explode ? undefined : runtimeSymbols.spaceDelimited;
    case "pipeDelimited":
      return explode ? undefined : runtimeSymbols.pipeDelimited;
    case "text":
      return undefined;
    default:
      if (explode) return allowEmpty ? runtimeSymbols.emptyForm : undefined;
      return allowEmpty ? runtimeSymbols.emptyList : runtimeSymbols.commaSeparated;
  }
}

function pathStyle({ style, explode, compound }: Input): ImportSymbol | undefined {
  switch (style) {
    case "json":
      return runtimeSymbols.jsonSegment;
    case "label":
      return explode ? runtimeSymbols.labelExploded : runtimeSymbols.label;
    case "matrix":
      return explode ? runtimeSymbols.matrixExploded : runtimeSymbols.matrix;
    default:
      return compound && style === "simple" ? simple(explode) : undefined;
  }
}

function simple(explode: boolean): ImportSymbol {
  return explode ? runtimeSymbols.simpleExploded : runtimeSymbols.simple;
}
