import { ownValue } from "../shared/json.js";
import type { Report } from "./report.js";
import type { Visitor } from "./walk-document.js";

/** Reports tags that are paths out of a folder: groups, and so files, are named after tags. */
export function createTagCheck(report: Report): Visitor {
  return {
    object(value, kind, path) {
      const tags = kind.kind === "object" && kind.shape === "Operation" ? ownValue(value, "tags") : undefined;
      for (const [index, tag] of (Array.isArray(tags) ? tags : []).entries()) {
        if (typeof tag === "string" && tag.split(/[/\\]/).includes("..")) {
          report.add({
            code: "tag-path",
            message: `The tag \`${tag}\` holds a \`..\` segment.`,
            fix: "Name the tag in words.",
            path: [...path, "tags", String(index)],
          });
        }
      }
    },
  };
}
