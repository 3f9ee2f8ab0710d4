import type { Json, JsonObject } from "../shared/json.js";

/** The comment of a value: the first non-empty text, its default and its range. */
export function planComment(texts: readonly string[], schema: JsonObject): string {
  const text = texts.find((each) => each.trim() !== "")?.trim() ?? "";
  const facts = [...(/\bdefault/i.test(text) ? [] : readDefault(schema.default)), ...readRange(schema)].join(", ");
  if (facts === "") return text;
  const sentence = `${facts.charAt(0).toUpperCase()}${facts.slice(1)}.`;
  return text === "" ? sentence : `${text}${/[.!?:)]$/.test(text) ? "" : "."} ${sentence}`;
}

/** Longer values would hide the text before them. */
function readDefault(value: Json | undefined): string[] {
  return value === undefined || value === null || typeof value === "object" ? [] : [`default ${JSON.stringify(value)}`];
}

function readRange({ minimum, maximum }: JsonObject): string[] {
  if (typeof minimum === "number" && typeof maximum === "number") return [`from ${minimum} to ${maximum}`];
  if (typeof minimum === "number") return [`at least ${minimum}`];
  return typeof maximum === "number" ? [`at most ${maximum}`] : [];
}
