import type { Place } from "../../load/overrides.js";
import { splitPointer } from "../../shared/pointer.js";
import type { Input, Operation } from "../types.js";

/** A place that an override adds because the document does not declare it; undefined where it cannot exist. */
export function newPlace(place: Place, operation: Operation): Input | undefined {
  const at = place.indexOf(":");
  const kind = place.slice(0, at) as Input["in"];
  const rest = place.slice(at + 1);
  const name = kind === "body" ? splitPointer(rest)[0] : rest;
  if (name === undefined || name === "" || !["query", "header", "cookie", "body"].includes(kind)) return undefined;
  if (kind === "body" && (operation.body?.flat === false || splitPointer(rest).length > 1)) return undefined;
  return {
    place,
    in: kind,
    name,
    required: false,
    schema: {},
    description: "",
    deprecated: false,
    style: kind === "body" ? undefined : kind === "header" ? "simple" : "form",
    explode: kind === "query" || kind === "cookie",
    allowReserved: false,
    pointer: operation.pointer,
  };
}
