import type { Slot, SwaggerShape } from "../read-slot.js";

const operations = ["get", "put", "post", "delete", "options", "head", "patch"].map((method): [string, Slot] => [
  method,
  "SwaggerOperation",
]);

/** The fields of a Swagger 2.0 document, as far as they may hold a `$ref`. */
export const swaggerShapes: Readonly<Record<SwaggerShape, Readonly<Record<string, Slot>>>> = {
  Swagger: {
    info: "Info",
    paths: "SwaggerPaths",
    definitions: "{Schema}",
    parameters: "{SwaggerParameter}",
    responses: "{SwaggerResponse}",
    securityDefinitions: "{SecurityScheme}",
    security: "exact",
    tags: "[Tag]",
    externalDocs: "ExternalDocs",
  },
  SwaggerPaths: { "*": "SwaggerPathItem" },
  SwaggerPathItem: { ...Object.fromEntries(operations), parameters: "[SwaggerParameter]" },
  SwaggerOperation: { parameters: "[SwaggerParameter]", responses: "SwaggerResponses" },
  SwaggerParameter: { schema: "Schema", default: "exact", enum: "exact", items: "exact" },
  SwaggerResponses: { "*": "SwaggerResponse" },
  SwaggerResponse: { schema: "Schema", headers: "exact", examples: "data" },
};
