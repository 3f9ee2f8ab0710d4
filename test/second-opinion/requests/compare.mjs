// Whether two requests mean the same to a service.
import { isDeepStrictEqual } from "node:util";

/** What differs, as `path`, `query`, `body`, `header x-name`; none where both are the same. */
export async function compareRequests(ours, theirs) {
  const differences = [];
  const check = (what, a, b) => {
    if (!isDeepStrictEqual(a, b)) differences.push({ what, ours: a, theirs: b });
  };
  const [ourPath, ourQuery] = splitUrl(ours.url);
  const [theirPath, theirQuery] = splitUrl(theirs.url);
  check("method", ours.method, theirs.method.toUpperCase());
  check("path", ourPath, theirPath);
  check("query", ourQuery, theirQuery);
  const [our, their] = [readHeaders(ours.headers), readHeaders(theirs.headers)];
  for (const name of new Set([...Object.keys(our), ...Object.keys(their)]))
    check(`header ${name}`, our[name], their[name]);
  const type = ours.headers["content-type"];
  check("body", await readBody(ours.body, type), await readBody(theirs.body, type));
  return differences;
}

/** Path and pairs of the query. Their order means nothing, and neither does whether a character that need not be is encoded. */
function splitUrl(url) {
  const [path, query = ""] = url.split(/\?(.*)/s);
  return [normalize(path), splitPairs(query)];
}

function splitPairs(text) {
  return text
    .split("&")
    .filter(Boolean)
    .map((pair) => normalize(pair))
    .sort();
}

/** Reserved characters that separate values keep their form; the others are decoded. */
function normalize(text) {
  return text.replace(/%20|\+/g, " ").replace(/%(?!2C|26|3D|23|2F|3F|25|2B|2E)[\dA-F]{2}/gi, (code) => {
    const byte = Number.parseInt(code.slice(1), 16);
    return byte < 128 ? String.fromCharCode(byte) : code.toUpperCase();
  });
}

/** Names in lower case; media types without parameters. `Accept` is compared by its own test. */
function readHeaders(headers) {
  return Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), String(value)])
      .filter(([name]) => name !== "accept")
      .map(([name, value]) => [name, name === "content-type" ? value.split(";")[0].trim() : value]),
  );
}

/** JSON and forms as what they say; anything else as its bytes. */
async function readBody(body, type = "") {
  if (body === undefined) return undefined;
  if (body instanceof FormData) return listParts(body);
  if (type.startsWith("multipart/form-data"))
    return listParts(await new Response(body, { headers: { "content-type": type } }).formData());
  if (body instanceof Blob) return body.text();
  if (typeof body === "object" && !(body instanceof Uint8Array)) return body;
  if (typeof body === "number" || typeof body === "boolean") return body;
  const text = typeof body === "string" ? body : Buffer.from(body).toString("utf8");
  if (type.startsWith("application/x-www-form-urlencoded")) return splitPairs(text);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function listParts(form) {
  const parts = [...form].map(async ([name, value]) => [name, typeof value === "string" ? value : await value.text()]);
  return (await Promise.all(parts)).sort();
}
