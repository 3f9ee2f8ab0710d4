/** The versions of OpenAPI that have a field: from one on, or one alone. */
export type Versions = "3.0+" | "3.1+" | "3.2+" | "3.0" | "3.1";

/**
 * What the generator does with a field:
 * - `honoured`: it shapes the request, what is read of the answer, or what a model and a person are told;
 * - `reported`: it is not supported, and a finding with this code says so where a document has it;
 * - `meaningless`: no tool could do anything with it.
 */
export type Row =
  | readonly [field: string, versions: Versions, state: "honoured" | "meaningless", note: string]
  | readonly [field: string, versions: Versions, state: "reported", note: string, report: FieldReport];

/** The finding for a field; `note` of the row says what follows from it. */
export interface FieldReport {
  /** Kebab-case: `dynamic-ref`. */
  readonly code: string;
  /** What to change in the document. */
  readonly fix: string;
  /** Values that need no finding, such as the default. */
  readonly unless?: readonly string[];
  /** It costs its operation, and the finding that names the operation is enough. */
  readonly byOperation?: true;
}

/** The fixed fields of each object of the specification, in its order. */
export type SupportTable = Readonly<Record<string, readonly Row[]>>;

/** The dialects of JSON Schema that schemas are read as. */
export const standardDialects: readonly string[] = [
  "https://json-schema.org/draft/2020-12/schema",
  "https://spec.openapis.org/oas/3.1/dialect/base",
  "https://spec.openapis.org/oas/3.1/dialect/2024-11-10",
  "https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
];
