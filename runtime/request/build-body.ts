import { refuseArgument } from "../errors/refuse-argument.js";
import { buildQuery } from "./build-query.js";

/** A body that is not JSON, as it travels. Binary arrives as base64. */
export function buildBody(encoding: "form" | "text" | "binary", value: unknown, field: string): string | ArrayBuffer {
  if (encoding === "text") return String(value);
  if (encoding === "form") {
    return Object.entries(value as object)
      .flatMap(([name, each]) => buildQuery(name, each))
      .join("&");
  }
  try {
    return Uint8Array.from(atob(value as string), (char) => char.charCodeAt(0)).buffer;
  } catch {
    throw refuseArgument(field, "must be base64");
  }
}
