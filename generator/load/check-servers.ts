import { isObject, type MutableJson, ownValue } from "../shared/json.js";
import type { Report } from "./report.js";
import type { Visitor } from "./walk-document.js";

/** Reports server URLs that a key must not be sent to: other protocols, user names, queries, unknown variables. */
export function createServerCheck(report: Report): Visitor {
  return {
    object(value, kind, path) {
      const url = kind.kind === "object" && kind.shape === "Server" ? ownValue(value, "url") : undefined;
      if (typeof url !== "string") {
        return;
      }
      for (const filled of fillVariables(url, ownValue(value, "variables"))) {
        const wrong = findFault(filled);
        if (wrong !== undefined) {
          report.add({
            code: "server-url",
            message: `\`servers\`: the URL \`${hideUser(filled)}\` ${wrong}.`,
            fix: "Give an http or https URL of host and path alone.",
            path: [...path, "url"],
          });
          return;
        }
      }
    },
  };
}

/** The URL with the defaults of its variables, and with each further value of one of them. */
function fillVariables(url: string, variables: MutableJson | undefined): readonly string[] {
  const choices = new Map<string, readonly string[]>();
  for (const name of isObject(variables) ? Object.keys(variables) : []) {
    const variable = ownValue(variables, name);
    const listed = ownValue(variable, "enum");
    const values = [ownValue(variable, "default"), ...(Array.isArray(listed) ? listed : [])];
    choices.set(
      name,
      values.filter((value) => typeof value === "string"),
    );
  }
  const fill = (only?: string, value?: string): string =>
    url.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
      name === only && value !== undefined ? value : (choices.get(name)?.[0] ?? whole),
    );
  return [fill(), ...[...choices].flatMap(([name, values]) => values.slice(1).map((value) => fill(name, value)))];
}

function findFault(url: string): string | undefined {
  const variable = /\{([^{}]*)\}/.exec(url);
  if (variable !== null) {
    return `holds the variable \`{${variable[1]}}\`, which has no default`;
  }
  if (/[\\\s]/.test(url)) {
    return "holds a blank or a backslash";
  }
  if (/[?#]/.test(url)) {
    return "holds a query or a fragment";
  }
  if (url.split("/").some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) {
    return "holds a `.` or `..` segment";
  }
  if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) {
    return undefined;
  }
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return "is no http or https URL";
  }
  const { username, password } = new URL(url);
  return username === "" && password === "" ? undefined : "holds a user name or password";
}

/** A password in a URL must not be repeated on the screen. */
function hideUser(url: string): string {
  return url.replace(/\/\/[^/]*@/, "//…@");
}
