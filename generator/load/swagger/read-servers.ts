import type { MutableJson, MutableObject } from "../../shared/json.js";

/** The address of a Swagger 2.0 document. */
export interface Address {
  /** `api.example.com:8080`; undefined where the document does not say. */
  readonly host: string | undefined;
  /** `/v1`, or "". */
  readonly basePath: string;
  /** `https` first. Where the document names none, `https`, and `http` on the same machine. */
  readonly schemes: readonly string[];
}

/** Reads host, base path and schemes; what a client cannot speak (`ws`) is left out. */
export function readAddress({ host, basePath, schemes }: MutableObject): Address {
  const name = typeof host === "string" && host !== "" ? host : undefined;
  const path = typeof basePath === "string" && basePath !== "/" ? basePath : "";
  const spoken = readSchemes(schemes);
  const isLocal = name !== undefined && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(name);
  return {
    host: name,
    basePath: path === "" || path.startsWith("/") ? path : `/${path}`,
    schemes: spoken.length > 0 ? spoken : [isLocal ? "http" : "https"],
  };
}

/** The server of an operation that cannot be reached as the document says; undefined for almost every operation. */
export function readOwnServers({ host, basePath, schemes }: Address, own: MutableJson | undefined): MutableJson[] {
  const spoken = readSchemes(own);
  const [first = "https"] = schemes;
  if (host === undefined || spoken.length === 0 || spoken.includes(first)) return [];
  return spoken.map((scheme) => ({ url: `${scheme}://${host}${basePath}` }));
}

function readSchemes(schemes: MutableJson | undefined): readonly string[] {
  const named = Array.isArray(schemes) ? schemes : [];
  return ["https", "http"].filter((scheme) => named.includes(scheme));
}
