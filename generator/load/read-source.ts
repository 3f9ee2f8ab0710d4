import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { extname, isAbsolute, relative, resolve, sep } from "node:path";
import { hashText } from "../shared/hash.js";
import type { MutableJson } from "../shared/json.js";
import { splitPointer } from "../shared/pointer.js";
import type { Position, Problem, ProblemKind } from "../shared/problems.js";
import { type ForeignText, identifyBytes, identifyText } from "./identify-text.js";
import { limits } from "./limits.js";
import { createLineIndex } from "./line-index.js";
import { parseJson } from "./parse-json.js";
import type { FindSpan } from "./parsed.js";
import { readYaml } from "./read-yaml.js";
import type { RepeatedKey } from "./repeated-key.js";
import type { SourceFile } from "./types.js";

/** The role of a file in a run: its name in messages, and the kind of its problems. */
export interface Role {
  readonly name: "document" | "referenced file" | "overlay" | "overrides file" | "config file";
  readonly kind: ProblemKind;
}

/** A file that was read and parsed, or what is wrong with it. */
export type Source =
  | {
      readonly kind: "read";
      readonly file: SourceFile;
      readonly value: MutableJson;
      readonly repeats: readonly RepeatedKey[];
    }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/**
 * Reads and parses one input file: JSON or YAML by its extension, or else by its first character. `absolute` is the file
 * that is read, where `path` only says how it is shown.
 */
export async function readSource(
  path: string,
  cwd: string,
  role: Role,
  absolute: string = resolve(cwd, path),
): Promise<Source> {
  const shown = showPath(path, absolute, cwd);
  const refuse = (code: string, message: string, fix: string, at?: Position): Source => ({
    kind: "refused",
    problems: [
      { code, kind: role.kind, severity: "error", message, fix, at: at ?? { file: shown, line: 1, column: 1 } },
    ],
  });

  let bytes: Buffer;
  try {
    const info = await stat(absolute);
    if (!info.isFile()) {
      const what = info.isDirectory() ? "is a directory" : "is not a regular file";
      return refuse("not-a-file", `The ${role.name} \`${shown}\` ${what}.`, "Pass the path of a file.");
    }
    if (info.size > limits.fileBytes) {
      return refuse(
        "file-too-big",
        `The ${role.name} \`${shown}\` has ${info.size} bytes; the limit is ${limits.fileBytes}.`,
        "Remove operations and schemas that no tool needs.",
      );
    }
    bytes = await readFile(absolute);
  } catch (error) {
    return refuseUnreadable(error, shown, role, refuse);
  }
  const refuseForeign = ({ what, fix }: ForeignText): Source =>
    refuse("not-openapi", `The ${role.name} \`${shown}\` ${what}.`, fix);
  const packed = role.name === "document" ? identifyBytes(bytes) : undefined;
  if (packed !== undefined) return refuseForeign(packed);
  if (!isUtf8(bytes)) {
    return refuse("not-utf8", `The ${role.name} \`${shown}\` is not UTF-8 text.`, "Save the file as UTF-8.");
  }
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  if (text.trim() === "") {
    return refuse("empty-file", `The ${role.name} \`${shown}\` is empty.`, "Add content, or use another file.");
  }
  const foreign = role.name === "document" ? identifyText(text) : undefined;
  return foreign === undefined ? parse(text, bytes, shown, role) : refuseForeign(foreign);
}

function parse(text: string, bytes: Buffer, shown: string, role: Role): Source {
  const lineAt = createLineIndex(text);
  const position = (offset: number): Position => ({ file: shown, ...lineAt(offset) });
  const parsed = looksLikeJson(shown, text) ? parseJson(text) : readYaml(text);
  if (parsed.kind === "faults") {
    const problems = parsed.faults.map(
      ({ code, message, fix, offset }): Problem => ({
        code,
        kind: role.kind,
        severity: "error",
        message: `The ${role.name} \`${shown}\` ${message}.`,
        fix,
        at: position(offset),
      }),
    );
    return { kind: "refused", problems };
  }
  const { value, findSpan } = parsed;
  const repeats = parsed.repeats.map(({ path, offset }) => ({ path, at: position(offset) }));
  return { kind: "read", file: buildFile(shown, hashText(bytes), findSpan, position), value, repeats };
}

function buildFile(path: string, hash: string, findSpan: FindSpan, position: (offset: number) => Position): SourceFile {
  return {
    path,
    hash,
    locate: (pointer) => position(findSpan(splitPointer(pointer)).valueOffset),
    locateKey: (pointer) => position(findSpan(splitPointer(pointer)).keyOffset),
  };
}

function refuseUnreadable(
  error: unknown,
  shown: string,
  role: Role,
  refuse: (code: string, message: string, fix: string) => Source,
): Source {
  const code = (error as { readonly code?: unknown }).code;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return refuse("missing-file", `The ${role.name} \`${shown}\` does not exist.`, "Check the path.");
  }
  const reason = typeof code === "string" ? code : String(error);
  return refuse(
    "unreadable-file",
    `The ${role.name} \`${shown}\` cannot be read: ${reason}.`,
    "Check the path and its permissions.",
  );
}

function looksLikeJson(path: string, text: string): boolean {
  const ending = extname(path).toLowerCase();
  return ending === ".json" || (ending !== ".yaml" && ending !== ".yml" && /^\s*[{[]/.test(text));
}

function showPath(path: string, absolute: string, cwd: string): string {
  const below = relative(cwd, absolute);
  const inside = below !== "" && !isAbsolute(below) && below.split(sep)[0] !== "..";
  return (inside ? below : path).split(sep).join("/");
}
