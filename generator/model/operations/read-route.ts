/** What a key of `paths` says about the request. */
export interface Route {
  /** The key as written, without its fragment, which only tells operations apart; with a leading slash. */
  readonly sent: string;
  /** The path and the constants of the query as a URL has them, with names in braces. */
  readonly template: string;
  /** The names in the braces of the template, each once. */
  readonly names: readonly string[];
  /** Parameters that the key's query declares: `?page={number}`. */
  readonly parameters: readonly { readonly key: string; readonly name: string }[];
  /** The keys of the query that the template has a value for: `method` of `?method=search`. */
  readonly constants: readonly string[];
}

/** Reads a key of `paths`. A query or a fragment in it is not OpenAPI, but real documents have both. */
export function readRoute(key: string): Route {
  const { path, query } = splitKey(key);
  const pairs = (query ?? "").split("&").filter((pair) => pair !== "");
  const uses = countNames([path, ...pairs]);
  const keys = new Set<string>();
  const parameters: Route["parameters"][number][] = [];
  const constants: string[] = [];
  const kept = pairs.filter((pair) => {
    const wire = decodeText(pair.split("=", 1)[0] ?? "");
    const [, name = ""] = /^[^={}]+=\{([^{}]+)\}$/.exec(pair) ?? [];
    // A name that stands in two places has one value, and a key that stands twice has two: both are filled as written.
    const isParameter = uses.get(name) === 1 && !keys.has(wire);
    keys.add(wire);
    if (isParameter) parameters.push({ key: wire, name });
    else constants.push(wire);
    return !isParameter;
  });
  const template = encodeTemplate(kept.length === 0 ? path : `${path}?${kept.join("&")}`);
  const sent = query === undefined ? path : `${path}?${query}`;
  return { sent, template, names: [...new Set(readNames(template))], parameters, constants };
}

/** A key of `paths` with the names of its parameters left out: two with the same text are the same request. */
export function withoutNames(key: string): string {
  return key.replace(/\{[^{}]*\}/g, "{}");
}

/** As in any URL, the first `#` begins the fragment, and a `?` before it the query; in braces both belong to a name. */
function splitKey(key: string): { readonly path: string; readonly query: string | undefined } {
  const plain = key.replace(/\{[^{}]*\}/g, (braces) => "_".repeat(braces.length));
  const end = plain.includes("#") ? plain.indexOf("#") : key.length;
  const mark = plain.slice(0, end).indexOf("?");
  const path = key.slice(0, mark < 0 ? end : mark);
  return {
    path: path.startsWith("/") ? path : `/${path}`,
    query: mark < 0 ? undefined : key.slice(mark + 1, end),
  };
}

/** The names in the braces of a text, in order. */
export function readNames(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

function countNames(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of texts.flatMap(readNames)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Encodes what a URL cannot hold, outside of the braces. What is encoded already stays as it is. */
function encodeTemplate(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/\{[^{}]*\}|%(?![\dA-Fa-f]{2})|[^\w\-.~!$&'()*+,;=:@/?%]/gu, (found) =>
      found.startsWith("{") ? found : encodeURIComponent(found),
    );
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
