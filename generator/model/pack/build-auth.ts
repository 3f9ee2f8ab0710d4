import { asList, asObject, asText, type JsonObject, ownValue } from "../../shared/json.js";
import { suggestName } from "../../shared/nearest-name.js";
import { compareText } from "../../shared/order.js";
import { resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import { splitTitle } from "../snake-name.js";
import type { Auth } from "../types.js";

/**
 * How the pack sends its key: as the overrides declare, else by the first scheme of the document that needs a single
 * key.
 */
export function buildAuth({ document, loaded, reporter }: ModelContext, title: string): Auth | undefined {
  const schemes = asObject(asObject(document.components)?.securitySchemes) ?? {};
  const carry = (name: string): Omit<Auth, "env"> | undefined =>
    readCarrier(resolveRef(document, ownValue(schemes, name), "")?.value);

  const chosen = loaded.overrides.pack?.auth;
  if (chosen !== undefined) {
    const carrier = carry(chosen.scheme);
    if (carrier === undefined)
      reporter.overrides({
        code: "unknown-scheme",
        pointer: "/pack/auth/scheme",
        message: `The document has no security scheme "${chosen.scheme}" that needs a single key.`,
        fix: suggestName(chosen.scheme, Object.keys(schemes).filter(carry), "declare it in the document"),
      });
    return carrier && { ...carrier, prefix: chosen.prefix ?? carrier.prefix, env: chosen.env };
  }
  // `security` is ordered; the map of schemes is not, so it is sorted by name.
  const named = asList(document.security).flatMap((requirement) => Object.keys(asObject(requirement) ?? {}));
  for (const name of [...named, ...Object.keys(schemes).sort(compareText)]) {
    const carrier = carry(name);
    if (carrier !== undefined) return { ...carrier, env: envName(title) };
  }
  return undefined;
}

function readCarrier(scheme: JsonObject | undefined): Omit<Auth, "env"> | undefined {
  const bearer = { in: "header", name: "Authorization", prefix: "Bearer " } as const;
  switch (scheme?.type) {
    case "apiKey": {
      const place = asText(scheme.in);
      if (place !== "header" && place !== "query" && place !== "cookie") return undefined;
      return { in: place, name: asText(scheme.name), prefix: "" };
    }
    case "http": {
      const kind = asText(scheme.scheme).toLowerCase();
      if (kind === "bearer") return bearer;
      return kind === "basic" ? { ...bearer, prefix: "Basic " } : undefined;
    }
    case "oauth2":
    case "openIdConnect":
      return bearer;
    default:
      return undefined;
  }
}

/** `Train Travel API` -> `TRAIN_TRAVEL_API_KEY` */
function envName(title: string): string {
  const words = splitTitle(title).join("_").toUpperCase().replace(/_API$/, "");
  return `${/^[A-Z]/.test(words) ? words : `API_${words}`}_API_KEY`.replaceAll("__", "_");
}
