import type { Style } from "../../operation.js";
import { form } from "./form.js";

/** `form` without explode: `ids=1,2` */
export const commaSeparated: Style = (...part) => join(",", ...part);

/** `ids=1%202` */
export const spaceDelimited: Style = (...part) => join("%20", ...part);

/** `ids=1%7C2` */
export const pipeDelimited: Style = (...part) => join("%7C", ...part);

/** A list, or an object as names and values in turn, as one value. Items and members that are null are left out. */
function join(separator: string, ...[name, value, encode]: Parameters<Style>): string {
  if (typeof value !== "object" || value === null) return form(name, value, encode);
  const entries = Object.entries(value).filter(([, each]) => each != null);
  const flat: unknown[] = Array.isArray(value) ? entries.map(([, each]) => each) : entries.flat();
  return flat.length ? `${encode(name)}=${flat.map(encode).join(separator)}` : "";
}
