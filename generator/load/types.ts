import type { GeneratedFile } from "../shared/generated-file.js";
import type { JsonObject } from "../shared/json.js";
import type { Origins } from "../shared/origin.js";
import type { Position, Problem } from "../shared/problems.js";
import type { Overrides, Pointer } from "./overrides.js";

/** An input file, to say which one it was. */
export interface InputFile {
  /** As the user wrote it, relative to the working folder where possible. */
  readonly path: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
}

/** A file that the document refers to. */
export interface PartFile extends InputFile {
  /** Its path below the folder of the document: `schemas/pet.yaml`. */
  readonly name: string;
}

/** The versions of OpenAPI that a document is read as. */
export type Version = "3.0" | "3.1" | "3.2";

/** An input file as it was read, with the positions of its values; only used inside this room. */
export interface SourceFile extends InputFile {
  /** Position of the value at a JSON pointer (`/paths/~1pets/get`), or of its nearest ancestor if that is missing. */
  locate(pointer: string): Position;
  /** The same, but of the key that names the value. */
  locateKey(pointer: string): Position;
}

/** Something in the document that cannot be used; what it says is taken out of the document. */
export interface DocumentFault {
  /** Kebab-case: `ref-target`. */
  readonly code: string;
  /** Its place in the document. */
  readonly pointer: Pointer;
  /** A sentence that names the place. */
  readonly message: string;
  readonly fix: string;
  /**
   * Pointers of the operations that reach it, directly or by references. One that reaches several faults is listed with
   * the first of them.
   */
  readonly operations: readonly Pointer[];
}

/** What LOAD returns to the other rooms: checked plain data, deeply frozen. */
export interface Loaded extends Origins {
  /**
   * The document after overlays, checks and validation, without what is in `faults`: every field that OpenAPI defines has
   * a value of its type, every `$ref` is local and resolves, operationIds are unique, text is free of control, bidi and
   * zero-width characters, and no number is a rounded integer. Maps are own-key only. What concerns a single operation
   * (its path, parameters, servers) is not checked yet.
   */
  readonly document: JsonObject;
  /**
   * The same without extensions, examples and data that looks like a reference, for libraries that follow every `$ref`
   * they see, wherever it is, and would fetch or read what it names.
   */
  readonly bareDocument: JsonObject;
  /** In the order in which they were found. */
  readonly faults: readonly DocumentFault[];
  /** What the document is read as; Swagger 2.0 has been converted to 3.0. */
  readonly version: Version;
  /** Checked against overrides.schema.json. Without a file: no actions, nothing hidden, `unlisted: "derive"`. */
  readonly overrides: Overrides;
  readonly spec: InputFile;
  /** The other files that the document refers to, by name. */
  readonly parts: readonly PartFile[];
  readonly overlays: readonly InputFile[];
  readonly overridesFile: InputFile | undefined;
  /** runtime/ as text, paths `runtime/...`, copied into the pack unchanged. */
  readonly runtime: readonly GeneratedFile[];
  /** templates/ as text, keyed by path below templates/ without `.hbs`. */
  readonly templates: Readonly<Record<string, string>>;
  /** The generator's own version, for manifest.json. */
  readonly generatorVersion: string;
  /** Warnings; errors are thrown as a ProblemsError. */
  readonly problems: readonly Problem[];
}
