import { splitPointer } from "../../shared/pointer.js";

/** A place in words: `query:page` is query `page`, `body:/a/b` is body `a.b`, `body:` is the whole body, `body:*` the rest. */
export function buildPlaceText(place: string): string {
  const [, location = "", name = ""] = /^(\w+):(.*)$/s.exec(place) ?? [];
  if (location !== "body") return `${location} \`${name}\``;
  if (name === "*") return "further properties of the body";
  return name === "" ? "the whole body" : `body \`${splitPointer(name).join(".")}\``;
}
