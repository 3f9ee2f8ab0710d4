import type { AnySchemaObject } from "ajv";
import type { MutableJson, MutableObject } from "../shared/json.js";
import type { Problem } from "../shared/problems.js";
import { checkAgainstSchema } from "./check-against-schema.js";
import { compileSchema } from "./compile-schema.js";
import { readSource } from "./read-source.js";
import type { SourceFile } from "./types.js";

/** One step of an overlay: what it is aimed at, and what it does there. */
export interface OverlayAction {
  /** JSON pointer of the action in the overlay file. */
  readonly pointer: string;
  readonly target: string;
  readonly change: { readonly kind: "remove" } | { readonly kind: "update"; readonly value: MutableJson };
}

/** An overlay file as it was read. */
export interface Overlay {
  readonly file: SourceFile;
  readonly actions: readonly OverlayAction[];
}

const extension = { "^x-": true };
/** OpenAPI Overlay 1.0, closed. */
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

/** Reads an overlay file and checks its form. */
export async function readOverlay(
  path: string,
  cwd: string,
): Promise<{ readonly overlay?: Overlay; readonly problems: readonly Problem[] }> {
  const source = await readSource(path, cwd, { name: "overlay", kind: "spec" });
  if (source.kind === "refused") {
    return { problems: source.problems };
  }
  const { file, value } = source;
  const problems = checkAgainstSchema(file, value, await compileSchema(schema), "spec");
  if (problems.length > 0) {
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
        fix: "Give it either `update` or `remove: true`.",
        at: file.locate(`/actions/${index}`),
      },
    ];
  });
  return idle.length > 0 ? { problems: idle } : { overlay: { file, actions: actions.map(buildAction) }, problems: [] };
}

function buildAction(action: MutableObject, index: number): OverlayAction {
  return {
    pointer: `/actions/${index}`,
    target: String(action.target),
    change: action.remove === true ? { kind: "remove" } : { kind: "update", value: action.update ?? null },
  };
}
