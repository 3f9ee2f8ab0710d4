import { type SupportTable, standardDialects } from "./types.js";

const forPeople = "for people who read the document";
const example = "an example; a tool shows those of the overrides";

/** What describes the API as a whole, and what only people read. */
export const descriptionObjects: SupportTable = {
  Document: [
    ["openapi", "3.0+", "honoured", "decides how the document is read"],
    ["$self", "3.2+", "honoured", "the address that references are relative to; nothing is fetched"],
    ["info", "3.0+", "honoured", ""],
    [
      "jsonSchemaDialect",
      "3.1+",
      "reported",
      "schemas are read as JSON Schema 2020-12",
      {
        code: "schema-dialect",
        fix: "Write the schemas in the dialect that OpenAPI uses by default.",
        unless: standardDialects,
      },
    ],
    ["servers", "3.0+", "honoured", "the first usable one is the base URL"],
    ["paths", "3.0+", "honoured", "each operation becomes a tool"],
    ["webhooks", "3.1+", "meaningless", "requests that the service sends; a tool sends its own"],
    ["components", "3.0+", "honoured", "where something refers to them"],
    ["security", "3.0+", "honoured", "for operations without their own"],
    ["tags", "3.0+", "honoured", ""],
    ["externalDocs", "3.0+", "meaningless", forPeople],
  ],
  Info: [
    ["title", "3.0+", "honoured", "the name of the pack"],
    ["summary", "3.1+", "honoured", "the description of the pack"],
    ["description", "3.0+", "honoured", "the description of the pack"],
    ["termsOfService", "3.0+", "meaningless", forPeople],
    ["contact", "3.0+", "meaningless", forPeople],
    ["license", "3.0+", "meaningless", forPeople],
    ["version", "3.0+", "honoured", "the version of the pack, unless the overrides set one"],
  ],
  Contact: [
    ["name", "3.0+", "meaningless", forPeople],
    ["url", "3.0+", "meaningless", forPeople],
    ["email", "3.0+", "meaningless", forPeople],
  ],
  License: [
    ["name", "3.0+", "meaningless", forPeople],
    ["identifier", "3.1+", "meaningless", forPeople],
    ["url", "3.0+", "meaningless", forPeople],
  ],
  Server: [
    ["url", "3.0+", "honoured", ""],
    ["description", "3.0+", "meaningless", forPeople],
    ["name", "3.2+", "meaningless", forPeople],
    ["variables", "3.0+", "honoured", ""],
  ],
  ServerVariable: [
    ["enum", "3.0+", "honoured", "the default must be one of them"],
    ["default", "3.0+", "honoured", "the value that is used"],
    ["description", "3.0+", "meaningless", forPeople],
  ],
  Components: [
    ["schemas", "3.0+", "honoured", ""],
    ["responses", "3.0+", "honoured", ""],
    ["parameters", "3.0+", "honoured", ""],
    ["examples", "3.0+", "meaningless", example],
    ["requestBodies", "3.0+", "honoured", ""],
    ["headers", "3.0+", "meaningless", "the result of a tool is the content of the answer"],
    ["securitySchemes", "3.0+", "honoured", ""],
    ["links", "3.0+", "meaningless", "a model decides itself what to call next"],
    ["callbacks", "3.0+", "meaningless", "requests that the service sends; a tool sends its own"],
    ["pathItems", "3.1+", "honoured", ""],
    ["mediaTypes", "3.2+", "honoured", ""],
  ],
  Tag: [
    ["name", "3.0+", "honoured", "the group of a tool"],
    ["summary", "3.2+", "meaningless", forPeople],
    ["description", "3.0+", "meaningless", "the overrides describe groups"],
    ["externalDocs", "3.0+", "meaningless", forPeople],
    ["parent", "3.2+", "meaningless", "a tool is in the group of its own first tag"],
    ["kind", "3.2+", "meaningless", forPeople],
  ],
  ExternalDocs: [
    ["description", "3.0+", "meaningless", forPeople],
    ["url", "3.0+", "meaningless", forPeople],
  ],
  Example: [
    ["summary", "3.0+", "meaningless", example],
    ["description", "3.0+", "meaningless", example],
    ["dataValue", "3.2+", "meaningless", example],
    ["serializedValue", "3.2+", "meaningless", example],
    ["value", "3.0+", "meaningless", example],
    ["externalValue", "3.0+", "meaningless", example],
  ],
  Reference: [
    ["$ref", "3.0+", "honoured", "to a place in the document or, with `--allow-refs`, in a file below its folder"],
    ["summary", "3.1+", "meaningless", "the text of the target is used"],
    ["description", "3.1+", "meaningless", "the text of the target is used"],
  ],
};
