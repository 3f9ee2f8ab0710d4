import type { AnySchemaObject } from "ajv";
import type { MutableJson, MutableObject } from "../shared/json.js";
import type { Problem } from "../shared/problems.js";
import { checkAgainstSchema } from "./check-against-schema.js";
import { compileSchema } from "./compile-schema.js";
import { readSource } from "./read-source.js";
import { buildRepeatProblem, type RepeatedKey } from "./repeated-key.js";
import type { SourceFile } from "./types.js";

/** One action of an overlay: its target and its change. */
export interface OverlayAction {
  /** JSON pointer of the action in the overlay file. */
  readonly pointer: string;
  readonly target: string;
  readonly change:
    | { readonly kind: "remove" }
    | {
        readonly kind: "update";
        readonly value: MutableJson;
        /** Repeated keys of the value, by their path in it; the target decides what they mean. */
        readonly repeats: readonly RepeatedKey[];
      };
}

/** An overlay file as it was read. */
export interface Overlay {
  readonly file: SourceFile;
  readonly actions: readonly OverlayAction[];
}

const extension = { "^x-": true };
/** OpenAPI Overlay 1.0, without unknown keys. */
const schema: AnySchemaObject = {
  type: "object",
  additionalProperties: false,
  patternProperties: extension,
  required: ["overlay", "info", "actions"],
  properties: {
    overlay: { type: "string", pattern: "^1\\.0\\.\\d+$" },
    info: {
      type: "object",
      additionalProperties: false,
      patternProperties: extension,
      required: ["title", "version"],
      properties: { title: { type: "string" }, version: { type: "string" } },
    },
    extends: { type: "string" },
    actions: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        patternProperties: extension,
        required: ["target"],
        properties: {
          target: { type: "string", minLength: 1 },
          description: { type: "string" },
          update: {},
          remove: { type: "boolean" },
        },
      },
    },
  },
};

/** Reads an overlay file and checks its structure. */
export async function readOverlay(
  path: string,
  cwd: string,
): Promise<{ readonly overlay?: Overlay; readonly problems: readonly Problem[] }> {
  const source = await readSource(path, cwd, { name: "overlay", kind: "spec" });
  if (source.kind === "refused") {
    return { problems: source.problems };
  }
  const { file, value, repeats } = source;
  const own = repeats.filter(({ path }) => !isInUpdate(path));
  const problems = [
    ...own.map((repeat) => buildRepeatProblem(repeat, "spec", repeat.path.some(isExtension))),
    ...checkAgainstSchema(file, value, compileSchema(schema), "spec"),
  ];
  if (problems.some(({ severity }) => severity === "error")) {
    return { problems };
  }
  const { actions } = value as unknown as { readonly actions: readonly MutableObject[] };
  const idle = actions.flatMap((action, index): readonly Problem[] => {
    const updates = Object.hasOwn(action, "update");
    if (updates !== (action.remove === true)) {
      return [];
    }
    return [
      {
        code: "overlay-action",
        kind: "spec",
        severity: "error",
        message: `The overlay action at \`${String(action.target)}\` ${updates ? "both updates and removes" : "neither updates nor removes"}.`,
        fix: "Use either `update` or `remove: true`.",
        at: file.locate(`/actions/${index}`),
      },
    ];
  });
  if (idle.length > 0) return { problems: [...problems, ...idle] };
  return { overlay: { file, actions: actions.map((action, index) => buildAction(action, index, repeats)) }, problems };
}

function isInUpdate([top, , field, ...below]: readonly string[]): boolean {
  return top === "actions" && field === "update" && below.length > 0;
}

function isExtension(key: string): boolean {
  return key.startsWith("x-");
}

function buildAction(action: MutableObject, index: number, repeats: readonly RepeatedKey[]): OverlayAction {
  const pointer = `/actions/${index}`;
  const target = String(action.target);
  if (action.remove === true) return { pointer, target, change: { kind: "remove" } };
  const below = repeats
    .filter(({ path }) => isInUpdate(path) && path[1] === String(index))
    .map(({ path, at }) => ({ path: path.slice(3), at }));
  return { pointer, target, change: { kind: "update", value: action.update ?? null, repeats: below } };
}
