// The request that swagger-client builds from the document for the same values.
import { buildRequest } from "swagger-client/es/execute/index.js";
import { fallback } from "./build-ours.mjs";
import { chooseSchemes } from "./credentials.mjs";
import { isolateOperation } from "./isolate-operation.mjs";

/** Builds the request of one operation from its places and their values. */
export function buildTheirs({ document, definition }, tool, args, credentials) {
  const { action } = tool;
  const { operation } = action;
  const schemes = chooseSchemes(tool, credentials);
  const values = action.arguments
    .filter(({ name }) => args[name] !== undefined)
    .flatMap(({ name, places }) => places.map((place) => ({ place, value: args[name] })));
  // A parameter that is a key is a parameter all the same.
  const keys = operation.keys
    .filter(({ scheme }) => schemes.includes(scheme))
    .map(({ input, scheme }) => ({ place: input, value: credentials[scheme] }));
  const parameters = Object.fromEntries(
    [...values, ...keys]
      .filter(({ place }) => place.in !== "body")
      .map(({ place, value }) => [`${place.in}.${place.name}`, value]),
  );
  const spec = isolateOperation(document, operation);
  return buildRequest({
    spec,
    operationId: "operation",
    parameters,
    securities: { authorized: readAuthorized(spec, schemes, credentials) },
    baseURL: new URL(operation.server ?? "", definition.baseUrl ?? fallback).href.replace(/\/+$/, ""),
    ...readBody(operation, values),
  });
}

function readAuthorized({ components: { securitySchemes } }, schemes, credentials) {
  return Object.fromEntries(
    schemes
      .filter((name) => securitySchemes[name] !== undefined)
      .map((name) => {
        const value = credentials[name];
        const isToken = /^(oauth2|openIdConnect)$/.test(securitySchemes[name].type);
        return [name, isToken ? { token: { access_token: value } } : { value }];
      }),
  );
}

function readBody({ body: declared }, values) {
  const body = values.filter(({ place }) => place.in === "body");
  if (declared === undefined || (body.length === 0 && !declared.required)) return {};
  const whole = body.find(({ place }) => place.place === "body:");
  const properties = Object.fromEntries(
    body.flatMap(({ place, value }) =>
      place.place === "body:*" ? Object.entries(value) : [[place.name, readFiles(place, value)]],
    ),
  );
  // Of several types for one file, a file of another type is sent as the first.
  const [requestContentType] = declared.mediaType.split(",");
  return { requestBody: whole === undefined ? properties : readFiles(whole.place, whole.value), requestContentType };
}

function readFiles({ file }, value) {
  if (file === undefined) return value;
  const read = ({ text, name, type }) => new File([text], name, { type });
  return Array.isArray(value) ? value.map(read) : read(value);
}
