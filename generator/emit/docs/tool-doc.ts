import type { Effect } from "../../load/overrides.js";

/**
 * What the documentation says about a tool, before it is Markdown or HTML.
 * Strings are plain text in which single backticks mark code; printers escape the rest.
 */
export interface ToolDoc {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  /** Below docs/, without extension: `memories/search_memories`. */
  readonly file: string;
  readonly description: string;
  readonly effect: Effect;
  readonly approval: boolean;
  readonly scope: string;
  readonly method: string;
  readonly path: string;
  /** What a host-side binding means here; "" where the pack has none. */
  readonly binding: string;
  readonly arguments: readonly FieldDoc[];
  readonly rules: readonly string[];
  /** The answer in one line, its fields, and whether there are more than the listed ones. */
  readonly answer: { readonly type: string; readonly fields: readonly FieldDoc[]; readonly more: boolean };
  readonly examples: readonly { readonly typescript: string; readonly json: string }[];
  readonly notes: readonly string[];
  readonly hidden: readonly { readonly place: string; readonly reason: string }[];
  readonly aliases: readonly string[];
}

/** A value on the way in or out; `name` is a path for one inside another: `messages[].role`. */
export interface FieldDoc {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** JSON text, "" for none. */
  readonly default: string;
  readonly description: string;
  /** In words, "" for none. */
  readonly constraints: string;
  /** Where an argument is sent, "" for a nested field or an answer. */
  readonly sent: string;
}
