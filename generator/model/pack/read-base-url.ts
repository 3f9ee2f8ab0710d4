import { asList, asObject, asText, ownValue } from "../../shared/json.js";
import type { ModelContext } from "../context.js";

/** Where requests go: the overrides' address, else the document's first server with the defaults of its variables. */
export function readBaseUrl({ document, loaded, reporter }: ModelContext): string {
  const chosen = loaded.overrides.pack?.baseUrl;
  const server = asObject(asList(document.servers)[0]);
  const variables = asObject(server?.variables);
  const written =
    chosen ??
    asText(server?.url).replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const value = asText(asObject(ownValue(variables, name))?.default);
      return value === "" ? whole : value;
    });

  const wrong = findWrong(written);
  if (wrong === undefined) return new URL(written, "http://localhost").href.replace(/\/+$/, "");
  const said = {
    code: "bad-server",
    message: `The base URL ${JSON.stringify(written)} ${wrong}.`,
    fix: "Give an https address without user name, query or fragment.",
  };
  if (chosen === undefined) reporter.spec({ ...said, pointer: "/servers/0/url" });
  else reporter.overrides({ ...said, pointer: "/pack/baseUrl" });
  return "http://localhost";
}

function findWrong(written: string): string | undefined {
  if (/[{}]/.test(written)) return "has a variable without a default";
  if (!URL.canParse(written, "http://localhost")) return "is no URL";
  const url = new URL(written, "http://localhost");
  if (url.protocol !== "https:" && url.protocol !== "http:") return "is neither http nor https";
  if (url.username !== "" || url.password !== "") return "in `servers` holds a user name";
  return url.search !== "" || url.hash !== "" ? "holds a query or fragment" : undefined;
}
