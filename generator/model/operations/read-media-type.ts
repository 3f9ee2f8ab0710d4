/** How the content of a media type is written or read. */
export type ContentKind = "json" | "form" | "text" | "multipart" | "stream" | "binary";

/** What kind of content a media type (or a range such as `text/*`) names. */
export function readMediaType(mediaType: string): ContentKind {
  const essence = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (essence === "*/*" || essence === "application/*" || /^[^/]+\/(?:[^/]+\+)?json$/.test(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence.startsWith("multipart/")) return "multipart";
  if (essence === "text/event-stream") return "stream";
  if (
    essence.startsWith("text/") ||
    /[/+](?:xml|(?:x-)?(?:yaml|ndjson|jsonl|jsonlines)|json-seq|csv|javascript|graphql|sql|toml)$/.test(essence)
  )
    return "text";
  return "binary";
}
