import type { GeneratedFile } from "../shared/generated-file.js";
import type { JsonObject } from "../shared/json.js";
import type { Position, Problem } from "../shared/problems.js";
import type { Overrides } from "./overrides.js";

/** An input file as it was read. */
export interface SourceFile {
  /** As the user wrote it, relative to the working folder where possible. */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** Position of the value at a JSON pointer (`/paths/~1pets/get`), of its nearest ancestor if it is not there. */
  locate(pointer: string): Position;
  /** The same, but of the key that names the value. */
  locateKey(pointer: string): Position;
}

/** One overlay action that changed the document. */
export interface OverlayTouch {
  readonly file: SourceFile;
  /** JSON pointer of the action inside the overlay file. */
  readonly action: string;
  /** JSON pointers in the document that the action updated or removed. */
  readonly pointers: readonly string[];
}

/** What LOAD hands to the rest: checked data, deeply frozen. */
export interface Loaded {
  /**
   * The document after overlays, own checks, validation and bundling: every `$ref` is local and resolves,
   * operationIds are unique, text is free of control, bidi and zero-width characters. Maps are own-key only.
   */
  readonly document: JsonObject;
  /**
   * The same without extensions, examples and data that looks like a reference: for libraries that follow every
   * `$ref` they see, wherever it stands, and would fetch or read what it names.
   */
  readonly bareDocument: JsonObject;
  /** "3.0" | "3.1" */
  readonly version: "3.0" | "3.1";
  /** Checked against overrides.schema.json. Without a file: no actions, nothing hidden, `unlisted: "derive"`. */
  readonly overrides: Overrides;
  readonly spec: SourceFile;
  readonly overlays: readonly SourceFile[];
  readonly overridesFile: SourceFile | undefined;
  readonly touches: readonly OverlayTouch[];
  /** runtime/ as text, paths `runtime/...`, copied into the pack unchanged. */
  readonly runtime: readonly GeneratedFile[];
  /** templates/ as text, keyed by path below templates/ without `.hbs`. */
  readonly templates: Readonly<Record<string, string>>;
  /** The generator's own version, for manifest.json. */
  readonly generatorVersion: string;
  /** Warnings; errors are thrown as a ProblemsError. */
  readonly problems: readonly Problem[];
}
