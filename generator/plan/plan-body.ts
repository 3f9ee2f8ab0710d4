import type { BodyPart, Operation } from "../../runtime/operation.js";
import type { Body, FormPart, Input } from "../model/operations/types.js";
import type { Action, Argument } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import { holdsLargeIntegers } from "./holds-large-integers.js";
import type { Part } from "./list-parts.js";
import { omitEmpty } from "./omit-empty.js";
import { queryStyle } from "./plan-parameter.js";
import type { Planned, PlannedMembers } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

/** The encoder of each body, and its default media type. */
const bodies: Readonly<Record<Body["encoding"], { readonly encode?: ImportSymbol; readonly mediaType: string }>> = {
  json: { mediaType: "application/json" },
  form: { encode: runtimeSymbols.formBody, mediaType: "application/x-www-form-urlencoded" },
  multipart: { encode: runtimeSymbols.multipartBody, mediaType: "multipart/form-data" },
  text: { encode: runtimeSymbols.textBody, mediaType: "text/plain" },
  binary: { encode: runtimeSymbols.fileBody, mediaType: "application/octet-stream" },
};

type PlannedBody = Pick<
  PlannedMembers<Operation>,
  "body" | "rest" | "emptyBody" | "encode" | "mediaType" | "parts" | "files"
>;

/** What an operation says about its body; empty without one. */
export function planBody(
  { arguments: args, operation }: Action,
  all: readonly Part[],
): {
  readonly [Key in keyof PlannedBody]?: PlannedBody[Key] | undefined;
} {
  const parts = all.filter(({ place }) => place.in === "body");
  const whole = parts.find(({ place }) => place.place === "body:");
  const { body } = operation;
  const { encode, mediaType: usual } = bodies[body?.encoding ?? "json"];
  const sent = body?.mediaType ?? usual;
  // The encoder completes these types: with a boundary, or with what the file is.
  const open = body?.encoding === "multipart" || /[*,]/.test(sent);
  const files = args.filter(({ places }) => places.some(({ file }) => file !== undefined)).map(({ name }) => name);
  return {
    body:
      whole === undefined
        ? parts
            .filter(({ place }) => place.place !== "body:*")
            .map(({ argument, place }) => (argument === place.name ? argument : { argument, name: place.name }))
        : { whole: whole.argument },
    rest: parts.find(({ place }) => place.place === "body:*")?.argument,
    emptyBody: body?.required && body.flat && !body.notEmpty && !operation.inputs.some(isSure) ? true : undefined,
    encode: encode ?? (args.some(sendsLargeIntegers) ? runtimeSymbols.exactJson : undefined),
    mediaType: open || sent === usual ? undefined : sent,
    parts: Object.fromEntries([
      ...(open && sent !== usual ? [["", { mediaType: sent }] as const] : []),
      ...Object.entries(body?.parts ?? {}).map(([name, part]) => [name, planPart(part)] as const),
    ]),
    files:
      files.length > 0
        ? { arguments: files, copy: runtimeSymbols.copyFiles, read: runtimeSymbols.readFiles }
        : undefined,
  };
}

/** A body of JSON is written with all the digits of such an integer. */
function sendsLargeIntegers({ places, schema }: Argument): boolean {
  return places.some((place) => place.in === "body") && holdsLargeIntegers(schema);
}

function isSure(input: Input): boolean {
  return input.in === "body" && input.required;
}

function planPart(part: FormPart): Planned<BodyPart> {
  const { allowReserved, file, headers, mediaType, style } = part;
  return omitEmpty<Planned<BodyPart>>({
    style: style === undefined ? undefined : (queryStyle(part) ?? runtimeSymbols.form),
    encode: allowReserved ? runtimeSymbols.allowReserved : undefined,
    mediaType,
    headers,
    file,
  });
}
