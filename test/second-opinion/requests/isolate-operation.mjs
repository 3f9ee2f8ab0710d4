// A document of one operation alone, without references where swagger-client would not follow them.

/** Parts of a signature, which no pack makes: it says so when it is generated. */
const signing =
  /^(oauth_(consumer_key|nonce|signature|signature_method|timestamp|token|version)|awsaccesskeyid|signature|x-amz-signature)$/i;

export function isolateOperation(document, { path, method, inputs }) {
  const follow = (value) => {
    let found = value;
    for (let step = 0; typeof found?.$ref === "string" && step < 20; step++) found = readRef(document, found.$ref);
    return found;
  };
  // OpenAPI says to ignore headers of these names, and a path parameter that the path has not; the library wants a value.
  const isIgnored = ({ in: place, name }) =>
    (place === "header" && /^(accept|content-type|authorization)$/i.test(name)) ||
    (signing.test(name) && !inputs.some((input) => input.in === place && input.name === name)) ||
    (place === "path" && !path.split(/[?#]/)[0].includes(`{${name}}`));
  const readParameters = (list = []) => list.map(follow).filter((parameter) => parameter && !isIgnored(parameter));

  const item = follow(document.paths[path]);
  const raw = item[method.toLowerCase()];
  const schemes = Object.entries(document.components?.securitySchemes ?? {});
  return {
    openapi: document.openapi,
    security: document.security,
    components: { securitySchemes: Object.fromEntries(schemes.map(([name, scheme]) => [name, follow(scheme)])) },
    paths: {
      [path]: {
        parameters: readParameters(item.parameters),
        [method.toLowerCase()]: {
          ...raw,
          operationId: "operation",
          parameters: readParameters(raw.parameters),
          requestBody: follow(raw.requestBody),
        },
      },
    },
  };
}

function readRef(document, ref) {
  const keys = decodeURIComponent(ref.slice(2)).split("/");
  return keys.reduce((value, key) => value?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}
