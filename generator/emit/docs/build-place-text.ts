/** A place in words: `query:page` is query `page`, `body:/a/b` is body `a.b`, `body:` is the whole body. */
export function buildPlaceText(place: string): string {
  const [, location = "", name = ""] = /^(\w+):(.*)$/s.exec(place) ?? [];
  if (location !== "body") return `${location} \`${name}\``;
  if (name === "") return "the whole body";
  const path = name
    .split("/")
    .slice(1)
    .map((segment) => segment.replace(/~1/g, "/").replace(/~0/g, "~"));
  return `body \`${path.join(".")}\``;
}
