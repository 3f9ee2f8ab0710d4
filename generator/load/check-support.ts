import { countNoun } from "../shared/count-noun.js";
import type { MutableJson } from "../shared/json.js";
import { findSupport } from "../shared/support/table.js";
import type { FieldReport } from "../shared/support/types.js";
import { describePlace } from "./describe-place.js";
import type { Report } from "./report.js";
import type { Visitor } from "./walk-document.js";

interface Found extends FieldReport {
  readonly field: string;
  readonly note: string;
  /** The first place. */
  readonly path: readonly string[];
  places: number;
}

/** Collects the fields that no tool honours while the document is walked; `check` reports each kind once. */
export interface SupportCheck {
  readonly visitor: Visitor;
  check(document: MutableJson, report: Report): void;
}

/** Nothing that changes a request or an answer is passed over: the support table says which fields are named here. */
export function createSupportCheck(): SupportCheck {
  const found = new Map<string, Found>();
  return {
    visitor: {
      object(value, kind, path) {
        if (kind.kind !== "object" || isSentByService(path)) return;
        for (const field of Object.keys(value)) {
          const row = findSupport(kind.shape, field);
          if (row?.[2] !== "reported" || row[4].byOperation) continue;
          const given = value[field];
          if (typeof given === "string" && row[4].unless?.includes(given)) continue;
          const key = `${kind.shape} ${field}`;
          const known = found.get(key);
          if (known !== undefined) known.places += 1;
          else found.set(key, { ...row[4], field, note: row[3], path: [...path, field], places: 1 });
        }
      },
    },
    check(document, report) {
      for (const { code, field, note, fix, path, places } of found.values()) {
        const where = describePlace(document, path);
        report.add({
          code,
          severity: "warning",
          message: `\`${field}\` is not supported: ${note} (${places === 1 ? where : `${countNoun(places, "place")}, first ${where}`}).`,
          fix,
          path,
          what: "key",
        });
      }
    },
  };
}

/** Webhooks and callbacks. */
function isSentByService([top, second, third, ...below]: readonly string[]): boolean {
  return (
    top === "webhooks" ||
    (top === "components" && second === "callbacks") ||
    (top === "paths" && below[third === "additionalOperations" ? 1 : 0] === "callbacks")
  );
}
