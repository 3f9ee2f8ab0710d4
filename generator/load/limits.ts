/** What LOAD accepts at most; each one that is passed is refused by name. */
export const limits: {
  readonly fileBytes: number;
  readonly depth: number;
  readonly nodes: number;
  readonly aliasNodes: number;
  readonly problems: number;
} = {
  fileBytes: 32 * 1024 * 1024,
  /** The deepest public documents stand at about 40 levels. */
  depth: 200,
  nodes: 4_000_000,
  /** Values that YAML aliases may add to a file. */
  aliasNodes: 100_000,
  /** Problems of one code that are listed; the rest are counted. */
  problems: 50,
};
