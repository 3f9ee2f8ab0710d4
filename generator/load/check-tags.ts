import { ownValue } from "../shared/json.js";
import type { Report } from "./report.js";
import type { Visitor } from "./walk-document.js";

/** Reports tags with `..` segments, which would leave the output folder, since files are named after tags. */
export function createTagCheck(report: Report): Visitor {
  return {
    object(value, kind, path) {
      const tags = kind.kind === "object" && kind.shape === "Operation" ? ownValue(value, "tags") : undefined;
      for (const [index, tag] of (Array.isArray(tags) ? tags : []).entries()) {
        if (typeof tag === "string" && tag.split(/[/\\]/).includes("..")) {
          report.add({
            code: "tag-path",
            message: `The tag \`${tag}\` contains a \`..\` segment.`,
            fix: "Use a plain name.",
            path: [...path, "tags", String(index)],
          });
        }
      }
    },
  };
}
