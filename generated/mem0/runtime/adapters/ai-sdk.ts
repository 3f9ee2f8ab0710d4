import { isToolpackError } from "../errors/toolpack-error.js";
import type { CallResult, Toolpack } from "../pack/toolpack-options.js";
import type { AnyTool, JsonSchema } from "../types.js";

/** A tool of the Vercel AI SDK 7, typed here: a pack compiles without the package `ai`. */
export interface AiSdkTool {
  readonly description: string;
  readonly inputSchema: AiSdkSchema;
  readonly outputSchema: AiSdkSchema;
  readonly strict: false;
  /** Requests approval even if the host forgets `toolApproval`. */
  readonly needsApproval?: true;
  execute(input: unknown, options: AiSdkCall): Promise<AiSdkOutput>;
  toModelOutput(options: { readonly output: unknown }): AiSdkModelOutput;
}

/** A schema that the SDK accepts as its own at run time, and as a Standard Schema in types. */
export interface AiSdkSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) => { readonly value: unknown } | { readonly issues: readonly { readonly message: string }[] };
  };
}

export interface AiSdkCall {
  readonly abortSignal?: AbortSignal | undefined;
  readonly context?: unknown;
}

/** What `execute` returns, and a chat stores: a result, or the error of a call that failed. */
export type AiSdkOutput =
  | CallResult
  | { readonly error: { readonly code: string; readonly hint: string; readonly retryAfterMs?: number | undefined } };

/** What the model receives. */
export type AiSdkModelOutput = { readonly type: "json" | "error-json"; readonly value: never };

type Pack = Pick<Toolpack, "approvals" | "call" | "check" | "tools">;

/**
 * The tools of a pack for `generateText`, `streamText` and agents of the Vercel AI SDK 7. A call that fails is returned
 * to the model as `error-json` with a code and a hint. To let the SDK ask before actions with approval, create the pack
 * with `approve: "caller"` and pass `toolApproval: aiSdkApproval(pack)`.
 */
export function toAiSdkTools(pack: Pack): Record<string, AiSdkTool> {
  return Object.fromEntries(pack.tools.map((tool) => [tool.name, buildTool(pack, tool)]));
}

/** `toolApproval` for `generateText`, `streamText` and agents: the actions that a person must approve. */
export function aiSdkApproval(
  pack: Pick<Toolpack, "approvals" | "tools">,
): Record<string, { readonly type: "user-approval"; readonly reason: string }> {
  const asked = pack.tools.filter(({ name }) => pack.approvals.includes(name));
  return Object.fromEntries(
    asked.map(({ name, title }) => [name, { type: "user-approval", reason: `${title} requires your approval` }]),
  );
}

function buildTool(pack: Pack, { description, inputSchema, name, outputSchema = {} }: AnyTool): AiSdkTool {
  const asks = pack.approvals.includes(name);
  return {
    description,
    inputSchema: buildSchema(inputSchema, (value) => pack.check(name, value)),
    outputSchema: buildSchema({
      type: "object",
      properties: { data: outputSchema, note: { type: "string" } },
      required: ["data"],
    }),
    strict: false,
    ...(asks && { needsApproval: true }),
    execute: async (input, { abortSignal, context }) => {
      try {
        // The SDK runs a tool that needs approval only after it is approved.
        return await pack.call(name, input, { signal: abortSignal, context, ...(asks && { approved: true }) });
      } catch (error) {
        if (!isToolpackError(error) || error.code === "cancelled") throw error;
        const { code, hint, retryAfterMs } = error;
        return { error: { code, hint, ...(retryAfterMs !== undefined && { retryAfterMs }) } };
      }
    },
    toModelOutput: ({ output }) => {
      const { data = null, error, ...rest } = output as CallResult & { readonly error?: unknown };
      if (error !== undefined) return { type: "error-json", value: error as never };
      return { type: "json", value: (Object.keys(rest)[0] ? { data, ...rest } : data) as never };
    },
  };
}

/**
 * A schema with the SDK's own mark: it would close any other, so that free-form objects accept nothing. A copy, since the
 * SDK and its providers write into schemas.
 */
function buildSchema(schema: JsonSchema, check: (value: unknown) => Error | undefined = () => undefined): AiSdkSchema {
  const jsonSchema: unknown = structuredClone(schema);
  return {
    [Symbol.for("vercel.ai.schema")]: true,
    jsonSchema,
    validate: (value: unknown) => {
      const error = check(value);
      return error ? { success: false, error } : { success: true, value };
    },
    "~standard": {
      version: 1,
      vendor: "openapi-toolpack",
      validate: (value: unknown) => {
        const error = check(value);
        return error ? { issues: [{ message: error.message }] } : { value };
      },
    },
  } as AiSdkSchema;
}
