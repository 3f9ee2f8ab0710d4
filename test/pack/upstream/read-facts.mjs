// The structure of an OpenAPI document without its prose, in a form that a diff shows well.

const METHODS = ["get", "put", "post", "delete", "patch"];

/**
 * Reads what a document says about its operations: parameters, body properties and answers by name and type.
 *
 * @param {object} document an OpenAPI document, parsed
 * @returns {import("./read-facts.mjs").Facts}
 */
export function readFacts(document) {
  const operations = {};
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) operations[`${method.toUpperCase()} ${path}`] = readOperation(document, item, operation);
    }
  }
  return { operations };
}

function readOperation(document, item, operation) {
  const facts = { operationId: operation.operationId, deprecated: operation.deprecated === true, tags: operation.tags };
  facts.parameters = {};
  for (const reference of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = follow(document, reference);
    const schema = parameter.schema ?? parameter.content?.["application/json"]?.schema;
    facts.parameters[`${parameter.in}:${parameter.name}`] = {
      required: parameter.required === true,
      type: readType(document, schema),
    };
  }
  const body = follow(document, operation.requestBody);
  if (body) {
    const { properties, required } = readProperties(document, readSchema(body));
    facts.body = {
      required: [...required],
      properties: Object.fromEntries([...properties].map(([name, schema]) => [name, readType(document, schema)])),
    };
  }
  facts.responses = {};
  for (const [status, reference] of Object.entries(operation.responses)) {
    const { properties } = readProperties(document, readSchema(follow(document, reference)));
    facts.responses[status] = [...properties.keys()];
  }
  return facts;
}

function follow(document, node) {
  for (let steps = 0; node?.$ref !== undefined && steps < 20; steps++) {
    const names = node.$ref.slice(2).split("/");
    node = names.reduce((at, name) => at?.[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  }
  return node;
}

function readSchema(holder) {
  return holder?.content?.["application/json"]?.schema;
}

/** Properties at the top of a value: through references, combinators and the items of a list. */
function readProperties(document, reference, found = { properties: new Map(), required: new Set() }, depth = 0) {
  const schema = follow(document, reference);
  if (schema === undefined || depth > 6) return found;
  for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? []), schema.items]) {
    readProperties(document, part, found, depth + 1);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!found.properties.has(name)) found.properties.set(name, property);
  }
  for (const name of schema.required ?? []) found.required.add(name);
  return found;
}

/** The one type of a schema, null aside; "any" where it has none, several, or a choice. */
function readType(document, reference) {
  const schema = follow(document, reference) ?? {};
  if (schema.oneOf || schema.anyOf || schema.allOf) return "any";
  const types = [schema.type ?? "any"].flat().filter((type) => type !== "null");
  return types.length === 1 ? types[0] : "any";
}
