import { asList, asObject, asText, type JsonObject } from "../../shared/json.js";
import { cleanText } from "../clean-text.js";
import type { ModelContext } from "../context.js";
import { groupName, splitTitle } from "../snake-name.js";
import type { Pack } from "../types.js";
import { readBaseUrl } from "./read-base-url.js";

const SEMVER = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?$/;

/** The pack as a whole: from the overrides, else from the document. */
export function buildPack(context: ModelContext): Omit<Pack, "schemes" | "security"> {
  const { document, loaded } = context;
  const pack = loaded.overrides.pack ?? {};
  const info = asObject(document.info) ?? {};
  const title = pack.title ?? (cleanText(asText(info.title), 80).replaceAll("\n", " ") || "API");
  const version = asText(info.version);
  const slug = splitTitle(title).join("-").slice(0, 60).replace(/-$/, "") || "api";
  return {
    name: pack.name ?? `${slug}-toolpack`,
    title,
    version: pack.version ?? (SEMVER.test(version) ? version : "0.0.0"),
    description: pack.description ?? cleanText(asText(info.summary) || asText(info.description), 300),
    namePrefix: pack.namePrefix ?? "",
    ...readBaseUrl(context),
    bindings: {
      ids: pack.bindings?.ids ?? [],
      ownership: pack.bindings?.ownership,
      entity: pack.bindings?.entity,
    },
    groups: { ...readTags(document), ...pack.groups },
  };
}

/** What the document says of its tags, by group. */
function readTags({ tags }: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    asList(tags).flatMap((tag): [string, string][] => {
      const { name, description } = asObject(tag) ?? {};
      const said = cleanText(asText(description), 200).replaceAll("\n", " ");
      return asText(name) === "" || said === "" ? [] : [[groupName(asText(name)), said]];
    }),
  );
}
