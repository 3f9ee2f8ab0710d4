import { type MutableObject, ownValue } from "../../shared/json.js";
import type { Moves } from "../../shared/origin.js";
import { checkSize } from "../check-size.js";
import type { Report } from "../report.js";
import { settleMediaTypes, settlePaths, settleSelf } from "./settle-references.js";

/**
 * Brings a document into the one form that the checks and later stages know, in place: Swagger 2.0 becomes OpenAPI 3.0,
 * and what is defined elsewhere stands where it is used. Adds to `moves` where everything was before.
 */
export async function reshapeDocument(document: MutableObject, moves: Moves[], report: Report): Promise<void> {
  const isSwagger = /^2(?:\.0)?$/.test(String(ownValue(document, "swagger")));
  const self = ownValue(document, "$self");
  const hasMediaTypes = ownValue(ownValue(document, "components"), "mediaTypes") !== undefined;
  // A walk might need more than there is; the checks say so.
  if ((isSwagger || self !== undefined || hasMediaTypes) && checkSize(document) !== undefined) return;
  if (isSwagger) {
    const { convertSwagger } = await import("../swagger/convert-swagger.js");
    moves.push(await convertSwagger(document));
  }
  if (typeof self === "string" && self !== "") settleSelf(document, self);
  if (hasMediaTypes) moves.push(settleMediaTypes(document));
  moves.push(settlePaths(document, report));
}
