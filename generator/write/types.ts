/** How a file on disk differs from the one just made. */
export interface Difference {
  /** Relative to the pack, with forward slashes. */
  readonly path: string;
  readonly change: "add" | "change" | "delete";
}

/** manifest.json: which inputs made the pack and which files it owns. Nothing else in a pack says where it comes from. */
export interface Manifest {
  /** `openapi-toolpack@0.1.0` */
  readonly generator: string;
  /** In the order they were applied. Names without folders, so that the same inputs give the same bytes anywhere. */
  readonly inputs: readonly {
    readonly role: "spec" | "overlay" | "overrides";
    readonly name: string;
    readonly sha256: string;
  }[];
  /** SHA-256 of each owned file, by path. manifest.json is not among them. */
  readonly files: Readonly<Record<string, string>>;
}
