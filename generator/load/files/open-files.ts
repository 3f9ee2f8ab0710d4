import { realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isObject, type MutableJson, ownValue } from "../../shared/json.js";
import type { Position, Problem } from "../../shared/problems.js";
import { limits } from "../limits.js";
import { readSource, type Source } from "../read-source.js";
import { buildRepeatProblem } from "../repeated-key.js";
import type { PartFile, SourceFile } from "../types.js";
import { baseFolder, type Found, findBelow } from "./resolve-file-ref.js";

/** A file of a document, parsed. */
export interface OpenFile {
  /** Its real path, which identifies it however a reference spells it. */
  readonly path: string;
  /** Its path below the folder of the document: `schemas/pet.yaml`. */
  readonly name: string;
  readonly source: SourceFile;
  readonly value: MutableJson;
  /** What relative references start from. */
  readonly folder: string;
  readonly self: string | undefined;
}

/** The files of a document. Each is read once. */
export interface OpenFiles {
  readonly main: OpenFile;
  /**
   * Opens a file that a reference names. Undefined, with problems, if it cannot be read or must not be; `where` is the
   * place of the reference.
   */
  open(path: string, ref: string, where: () => Position): Promise<OpenFile | undefined>;
  readonly parts: () => readonly { readonly file: PartFile; readonly source: SourceFile }[];
  readonly problems: readonly Problem[];
  refuse(code: string, message: string, fix: string, at: Position): undefined;
}

/** Starts with the main file; the others must be below its folder. */
export async function openFiles(
  spec: string,
  cwd: string,
  source: Extract<Source, { kind: "read" }>,
): Promise<OpenFiles> {
  const path = await realpath(resolve(cwd, spec));
  const root = dirname(path);
  const build = (real: string, file: SourceFile, value: MutableJson): OpenFile =>
    buildFile(real, relative(root, real).split(sep).join("/"), file, value);
  const main = build(path, source.file, source.value);
  const opened = new Map<string, OpenFile | undefined>([[path, main]]);
  const found = new Map<string, Found>();
  const problems: Problem[] = [];
  let bytes = 0;

  const refuse: OpenFiles["refuse"] = (code, message, fix, at) => {
    problems.push({ code, kind: "spec", severity: "error", message, fix, at });
  };
  return {
    main,
    problems,
    refuse,
    async open(wanted, ref, where) {
      const known = found.get(wanted) ?? (await findBelow(root, wanted));
      found.set(wanted, known);
      if (known.kind === "outside")
        return refuse(
          "ref-outside",
          `\`${ref}\` is outside the folder of the document, after links are followed.`,
          "Move the file below the folder of the document, or bundle the document.",
          where(),
        );
      if (known.kind === "missing")
        return refuse("missing-file", `The file \`${ref}\` does not exist.`, "Fix the path of the reference.", where());
      if (opened.has(known.path)) return opened.get(known.path);
      opened.set(known.path, undefined);
      bytes += known.size;
      if (bytes > limits.fileBytes || opened.size > limits.files)
        return refuse(
          "too-many-files",
          `The document has more than ${limits.files} files, or more than ${limits.fileBytes} bytes in them.`,
          "Remove what no tool needs, or bundle the document.",
          where(),
        );
      const name = join(dirname(spec), relative(root, known.path));
      const read = await readSource(name, cwd, { name: "referenced file", kind: "spec" }, known.path);
      if (read.kind === "refused") {
        problems.push(...read.problems);
        return undefined;
      }
      problems.push(...read.repeats.map((repeat) => buildRepeatProblem(repeat, "spec", false)));
      const file = build(known.path, read.file, read.value);
      opened.set(known.path, file);
      return file;
    },
    parts: () =>
      [...opened.values()].flatMap((file) => {
        if (file === undefined || file === main) return [];
        const { path: shown, hash } = file.source;
        return [{ file: { path: shown, hash, name: file.name }, source: file.source }];
      }),
  };
}

function buildFile(path: string, name: string, source: SourceFile, value: MutableJson): OpenFile {
  const written = isObject(value) ? ownValue(value, "$self") : undefined;
  const self = typeof written === "string" ? written : undefined;
  return { path, name, source, value, self, folder: baseFolder(path, self) };
}
