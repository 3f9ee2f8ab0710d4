import { asList, asObject, type Json, ownValue } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Reporter } from "../create-reporter.js";
import { findPlaceholder, findServerFault, findServerThreat, readServerUrl, showServerUrl } from "./server-url.js";

/** The server of a list that requests go to. */
export interface ChosenServer {
  /** The first that can be used; undefined where none can. */
  readonly url: string | undefined;
  /** The first of the list, with the defaults of its variables; undefined for an empty list. */
  readonly first: string | undefined;
  /** Why that one is not used. */
  readonly fault: string | undefined;
  readonly pointer: string;
}

/** The first server of a list that can be used; `relative` says whether that may be a path on another server's host. */
export function chooseServer(list: Json | undefined, base: string, relative: boolean): ChosenServer {
  const servers = asList(list);
  const urls = servers.map(readServerUrl);
  const faultOf = (url: string | undefined): string | undefined =>
    url === undefined ? "has no `url`" : findServerFault(url, relative);
  const fault = urls.length === 0 ? undefined : faultOf(urls[0]);
  // This machine is used where a document names it first, not because another server fails.
  const next = urls.find((url) => faultOf(url) === undefined && !url?.toLowerCase().startsWith("http:"));
  return {
    url: fault === undefined ? urls[0] : next,
    first: urls[0],
    fault: fault === undefined ? undefined : (findPlaceholder(servers[0]) ?? fault),
    pointer: joinPointer(base, "servers", "0", "url"),
  };
}

/** Reports what no server of a legitimate document has, used or not. */
export function checkServers(list: Json | undefined, base: string, reporter: Reporter): void {
  asList(list).forEach((server, index) => {
    const pointer = joinPointer(base, "servers", `${index}`);
    const url = readServerUrl(server) ?? "";
    const threat = findServerThreat(url);
    if (threat !== undefined)
      reporter.spec({
        code: "bad-server",
        pointer: joinPointer(pointer, "url"),
        message: `The URL in \`servers\` ${JSON.stringify(showServerUrl(url))} ${threat}.`,
        fix: "Use an https URL without user name, query or fragment.",
      });
    const variables = asObject(asObject(server)?.variables) ?? {};
    for (const name of Object.keys(variables)) {
      const { default: value, enum: values } = asObject(ownValue(variables, name)) ?? {};
      if (value === undefined || !Array.isArray(values) || values.includes(value)) continue;
      reporter.spec({
        code: "server-variable",
        severity: "warning",
        pointer: joinPointer(pointer, "variables", name),
        message: `The default ${JSON.stringify(value)} of the server variable {${name}} is not one of its values.`,
        fix: "Add it to `enum`, or use one of the values as the default.",
      });
    }
  });
}
