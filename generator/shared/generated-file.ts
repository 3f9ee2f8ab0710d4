/** A file of the pack before it is on disk; `path` is relative to the pack, with forward slashes. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
