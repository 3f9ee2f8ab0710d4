import { ToolpackError } from "../errors/toolpack-error.js";
import { unknownName } from "../pack/unknown-name.js";

/** A flag of the command line. */
export interface Flag {
  /** `top_k`; typed as it is or with dashes. */
  readonly name: string;
  /** `switch` is on, or off as `--no-<name>`; `texts` may be given again and again. */
  readonly takes: "switch" | "text" | "texts";
  /** What stands for the value in help. */
  readonly value?: string;
  readonly help?: string;
}

export interface ParsedFlags {
  /** What is no flag, in order. */
  readonly words: readonly string[];
  /** Name -> values, in order. */
  readonly values: ReadonlyMap<string, readonly (string | boolean)[]>;
}

/**
 * Reads a command line strictly: an unknown flag, a missing value and a value too many are errors.
 *
 * @throws ToolpackError
 */
export function parseFlags(argv: readonly string[], flags: readonly Flag[]): ParsedFlags {
  const spellings = new Map<string, { readonly flag: Flag; readonly off?: true }>([]);
  for (const flag of flags) {
    for (const name of [flag.name, flag.name.replaceAll("_", "-")]) {
      spellings.set(`--${name}`, { flag });
      if (flag.takes === "switch") spellings.set(`--no-${name}`, { flag, off: true });
    }
  }
  const words: string[] = [];
  const values = new Map<string, (string | boolean)[]>();
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] as string;
    if (word === "--") return { words: [...words, ...argv.slice(index + 1)], values };
    if (!word.startsWith("-") || word === "-") {
      words.push(word);
      continue;
    }
    const [, typed = word, inline] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    const name = typed === "-h" ? "--help" : typed;
    const found = spellings.get(name);
    if (!found) throw unknownName("invalid_option", "flag", name, spellings.keys());
    const { flag, off } = found;
    const given = values.get(flag.name) ?? [];
    if (given[0] !== undefined && flag.takes !== "texts") {
      throw new ToolpackError("invalid_option", `${name} is given twice`);
    }
    if (flag.takes === "switch") {
      if (inline !== undefined && (off || !/^(true|false)$/.test(inline))) {
        throw new ToolpackError("invalid_option", `${name} takes no value`);
      }
      values.set(flag.name, [inline === undefined ? !off : inline === "true"]);
      continue;
    }
    const value = inline ?? argv[index + 1];
    // What looks like a flag is one, unless it is a number or a lone dash; `--name=-value` is always possible.
    if (value === undefined || (inline === undefined && /^-[^\d]/.test(value))) {
      throw new ToolpackError("invalid_option", `${name} needs a value`);
    }
    if (inline === undefined) index++;
    values.set(flag.name, [...given, value]);
  }
  return { words, values };
}
