import { refuseOption } from "../errors/refuse-option.js";
import { unknownName } from "../pack/unknown-name.js";

/** A flag of the command line. */
export interface Flag {
  /** `top_k`; typed as it is or with dashes. */
  readonly name: string;
  /** `switch` is on, or off as `--no-<name>`; `texts` may be repeated. */
  readonly takes: "switch" | "text" | "texts";
  /** Placeholder for the value in help. */
  readonly value?: string;
  readonly help?: string;
}

export interface ParsedFlags {
  /** Everything that is not a flag, in order. */
  readonly words: readonly string[];
  /** Name -> values, in order. */
  readonly values: ReadonlyMap<string, readonly (string | boolean)[]>;
}

/**
 * Parses a command line strictly: an unknown flag, a missing value and a repeated flag are errors.
 *
 * @throws ToolpackError
 */
export function parseFlags(argv: readonly string[], flags: readonly Flag[]): ParsedFlags {
  const spellings = new Map<string, { readonly flag: Flag; readonly on: boolean }>();
  for (const flag of flags) {
    for (const name of [flag.name, flag.name.replaceAll("_", "-")]) {
      spellings.set(name, { flag, on: true });
      if (flag.takes === "switch") spellings.set(`no-${name}`, { flag, on: false });
    }
  }
  const options = [...spellings].map(([name, { flag }]): [string, Option] => {
    const type = flag.takes === "switch" ? "boolean" : "string";
    return [name, name === "help" ? { type, short: "h" } : { type }];
  });
  const words: string[] = [];
  const values = new Map<string, readonly (string | boolean)[]>();
  // Not strict, since its errors suggest no flag. The tokens have all that is needed to be strict here.
  const { tokens } = loadParser()({ args: argv, options: Object.fromEntries(options), strict: false, tokens: true });
  for (const { inlineValue, kind, name = "", rawName = "", value } of tokens) {
    if (kind === "positional") words.push(value as string);
    if (kind !== "option") continue;
    const found = spellings.get(name);
    if (!found) {
      const known = [...spellings.keys()].map((each) => `--${each}`);
      const near = findLonger(rawName, known);
      throw near === undefined
        ? unknownName("invalid_option", "flag", rawName, known)
        : refuseOption(`Unknown flag ${rawName}; did you mean ${near}?`);
    }
    const { flag, on } = found;
    const fail = (reason: string): Error => refuseOption(`${rawName} ${reason}`);
    const given = values.get(flag.name) ?? [];
    if (given[0] !== undefined && flag.takes !== "texts") throw fail("is given twice");
    if (flag.takes === "switch") {
      if (value !== undefined && (!on || !/^(true|false)$/.test(value))) throw fail("does not accept a value");
      values.set(flag.name, [value === undefined ? on : value === "true"]);
      continue;
    }
    // What looks like a flag is one, unless it is a number or a lone dash; `--name=-value` is always possible.
    if (value === undefined || (!inlineValue && /^-[^\d]/.test(value))) throw fail("requires a value");
    values.set(flag.name, [...given, value]);
  }
  return { words, values };
}

/** The flag that a part of its name was written for: `--post-id` for `--id`, since the last words say most. */
function findLonger(rawName: string, known: readonly string[]): string | undefined {
  const word = rawName.replace(/^-+/, "-").replaceAll("_", "-");
  return known.find((each) => each.endsWith(word)) ?? known.find((each) => `${each}-`.includes(`${word}-`));
}

interface Option {
  readonly type: "boolean" | "string";
  readonly short?: string;
}

/** `util.parseArgs` of Node, typed here so that a pack needs no types of Node. */
type ParseArgs = (config: {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly strict: false;
  readonly tokens: true;
}) => {
  readonly tokens: readonly {
    readonly kind: "option" | "positional" | "option-terminator";
    readonly name?: string;
    readonly rawName?: string;
    readonly value?: string | undefined;
    readonly inlineValue?: boolean | undefined;
  }[];
};

function loadParser(): ParseArgs {
  const { process } = globalThis as unknown as {
    readonly process: { getBuiltinModule(name: string): { readonly parseArgs: ParseArgs } };
  };
  return process.getBuiltinModule("node:util").parseArgs;
}
