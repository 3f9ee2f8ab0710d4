import type { Model } from "../model/types.js";

/**
 * The names under `$defs` that types/openapi.ts has the right type for, with the component's own name. A schema with
 * `readOnly` or `writeOnly` parts is none: the type there holds them all.
 */
export function findComponents({ pointers = {} }: Model): ReadonlyMap<string, string> {
  const prefix = "/components/schemas/";
  return new Map(
    Object.entries(pointers).flatMap(([name, pointer]): [string, string][] => {
      const rest = pointer.startsWith(prefix) ? pointer.slice(prefix.length) : "";
      return rest === "" || rest.includes("/") ? [] : [[name, rest.replaceAll("~1", "/").replaceAll("~0", "~")]];
    }),
  );
}
