import { isToken, reservedHeaders } from "../../shared/header-names.js";
import { asObject, asText, type Json, type JsonObject } from "../../shared/json.js";
import type { Carrier, KnownScheme } from "./types.js";

/** A scheme of the document: how it is sent, or why it is not. */
export function readScheme(raw: JsonObject): KnownScheme {
  const carrier = readCarrier(raw);
  return typeof carrier === "string"
    ? { kind: "unsent", reason: carrier }
    : { kind: "sent", carrier, declared: readDeclared(raw) };
}

/** How a key in this place is sent, or why HTTP cannot carry it. */
export function readKeyCarrier(place: string, parameter: string, prefix: string): Carrier | string {
  if (place !== "header" && place !== "query" && place !== "cookie") return `has \`in: ${place}\``;
  if (parameter === "") return "has no `name`";
  const isFree = place !== "header" || CREDENTIALS.test(parameter) || !reservedHeaders.test(parameter);
  if (place !== "query" && !(isToken(parameter) && isFree))
    return `names the ${place} ${parameter}, which a request cannot carry`;
  return { in: place, parameter, prefix, credential: "key" };
}

/** Reserved for credentials, which is what a scheme is. */
const CREDENTIALS = /^(?:authorization|cookie|proxy-authorization)$/i;

function readCarrier(raw: JsonObject): Carrier | string {
  const header = { in: "header", parameter: "Authorization" } as const;
  const bearer = { ...header, prefix: "Bearer ", credential: "key" } as const;
  switch (raw.type) {
    case "apiKey":
      // Such a scheme is written as a key, since OpenAPI has no type for it.
      if (asText(raw["x-amazon-apigateway-authtype"]).toLowerCase() === "awssigv4")
        return "signs each request (AWS Signature Version 4)";
      return readKeyCarrier(asText(raw.in), asText(raw.name), "");
    case "http": {
      const kind = asText(raw.scheme).toLowerCase();
      if (kind === "basic") return { ...header, prefix: "Basic ", credential: "basic" };
      return kind === "bearer" ? bearer : `is HTTP authentication "${kind}"`;
    }
    case "oauth2":
    case "openIdConnect":
      return bearer;
    default:
      return `is of type "${asText(raw.type)}"`;
  }
}

/** What the specification defines for each type. A stray field of another type could contradict the type of the pack. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  apiKey: ["in", "name"],
  http: ["scheme", "bearerFormat"],
  oauth2: ["oauth2MetadataUrl"],
  openIdConnect: ["openIdConnectUrl"],
};
const FLOWS = ["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"];
const URLS = ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"];

/** A scheme as the document declares it, without what no specification knows. */
function readDeclared(raw: JsonObject): JsonObject {
  const type = asText(raw.type);
  const flows = type === "oauth2" ? asObject(raw.flows) : undefined;
  const read = FLOWS.flatMap((name): [string, Json][] => {
    const flow = asObject(flows?.[name]);
    return flow === undefined ? [] : [[name, { ...pickTexts(flow, URLS), scopes: readScopes(flow.scopes) }]];
  });
  return {
    ...pickTexts(raw, ["type", "description", ...(TEXTS[type] ?? [])]),
    ...(raw.deprecated === true && { deprecated: true }),
    ...(flows !== undefined && { flows: Object.fromEntries(read) }),
  };
}

function readScopes(scopes: Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(asObject(scopes) ?? {}).map(([name, text]) => [name, asText(text)]));
}

function pickTexts(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (asText(from[name]) === "" ? [] : [[name, asText(from[name])]])));
}
