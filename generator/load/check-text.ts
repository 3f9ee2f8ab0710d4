import { findHiddenCharacters, stripHiddenCharacters } from "../shared/hidden-characters.js";
import type { MutableJson } from "../shared/json.js";
import { stripMarkup } from "../shared/strip-markup.js";
import { findSuspiciousPhrases } from "../shared/suspicious-phrases.js";
import { describePlace } from "./describe-place.js";
import type { Kind } from "./read-slot.js";
import type { Report } from "./report.js";
import { replaceAt, type Visitor } from "./walk-document.js";

/**
 * Reports hidden characters and texts that address a model instead of describing the service.
 * Prose is cleaned in place, with a warning; names and values are rejected, since changing a name changes what it
 * names.
 */
export function createTextCheck(document: MutableJson, report: Report): Visitor {
  return {
    key(key, _kind, path) {
      const characters = findHiddenCharacters(key);
      if (characters.length > 0) {
        report.add({
          code: "hidden-character",
          message: `The key \`${key}\` at ${describePlace(document, path.slice(0, -1))} contains ${characters.join(", ")}.`,
          fix: "Remove these characters from the name.",
          path,
          what: "key",
        });
      }
    },
    text(value, kind, path, holder) {
      const characters = findHiddenCharacters(value);
      const text = characters.length > 0 ? stripHiddenCharacters(value) : value;
      if (characters.length > 0) {
        reportText(characters, kind);
        if (isProse(kind)) {
          replaceAt(holder, path.at(-1) ?? "", text);
        }
      }
      if (kind.kind === "leaf" && kind.role === "text") {
        // A model reads the text without its markup, which could hide a phrase from this check.
        const phrases = [...new Set([text, stripMarkup(text)].flatMap(findSuspiciousPhrases))];
        if (phrases.length > 0) {
          report.add({
            code: "instruction-phrase",
            severity: "warning",
            message: `The text at ${describePlace(document, path)} contains an instruction to a model: ${phrases.map((phrase) => `"${phrase}"`).join(", ")}.`,
            fix: "Read it, and replace it with an override or an overlay if it does not belong there.",
            path,
          });
        }
      }

      function reportText(names: readonly string[], of: Kind): void {
        // An escape sequence in a text is an attempt to attack a terminal.
        const cleaned = isProse(of) && !names.includes("U+001B");
        report.add({
          code: "hidden-character",
          severity: cleaned ? "warning" : "error",
          message: `The text at ${describePlace(document, path)} contains ${names.join(", ")}${cleaned ? "; removed" : ""}.`,
          fix: "Remove these characters from the text.",
          path,
        });
      }
    },
  };
}

function isProse(kind: Kind): boolean {
  return kind.kind === "leaf" && kind.role !== "exact";
}
