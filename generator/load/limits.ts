/** The most that LOAD accepts; an input that exceeds one is rejected by name. */
export const limits: {
  readonly fileBytes: number;
  readonly files: number;
  readonly depth: number;
  readonly nodes: number;
  readonly aliasNodes: number;
  readonly problems: number;
  readonly searchSeconds: number;
} = {
  /** Of one file, and of all files of a document together. */
  fileBytes: 32 * 1024 * 1024,
  /** Files of one document. */
  files: 5_000,
  /** The deepest public documents have about 40 levels. */
  depth: 200,
  nodes: 4_000_000,
  /** Values that YAML aliases may add to a file, and files to a document in which they stand more than once. */
  aliasNodes: 100_000,
  /** Problems of one code that are listed; the others are counted. */
  problems: 50,
  /** The search for one overlay target; on the largest public documents it takes less than one. */
  searchSeconds: 10,
};
