import { splitCode, type TextPart } from "./split-code.js";

/** A paragraph as a template prints it; each part is escaped there. */
export interface Paragraph {
  readonly parts: readonly TextPart[];
}

/** Prepares document text for an HTML template, which escapes every value that it prints. */
export const html: {
  /** Paragraphs, split at empty lines. */
  paragraphs(text: string): readonly Paragraph[];
  /** One line of text. */
  parts(text: string): readonly TextPart[];
  /** An id and fragment from the closed alphabet: never a quote, a colon or a space. */
  anchor(name: string): string;
} = {
  paragraphs: (text) =>
    text
      .split(/(?:\r\n|[\n\r])[^\S\n\r]*(?:\r\n|[\n\r])\s*/)
      .map((paragraph) => ({ parts: splitCode(paragraph.trim()) }))
      .filter((paragraph) => paragraph.parts.length > 0),
  parts: (text) => splitCode(text),
  anchor: (name) => name.replace(/[^\w.-]/g, "-"),
};
