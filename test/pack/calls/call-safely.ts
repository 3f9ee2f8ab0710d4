import { inspect } from "node:util";
import { expect } from "vitest";
import { isToolpackError, type ToolpackError, type ToolpackOptions } from "../../../generated/mem0/index.js";
import { cpuTime } from "../../helpers/cpu-time.js";
import { mem0Pack } from "../../helpers/mem0-pack.js";
import { canary, type Sent } from "../../runtime/fixtures.js";

/**
 * Makes a call and checks what holds for every one: either one request to the service or a typed refusal before any;
 * never a key in an error, never a changed prototype, never seconds of work.
 */
export async function callSafely(
  tool: string,
  args: unknown,
  options: ToolpackOptions = {},
): Promise<{ readonly sent: Sent | undefined; readonly error: ToolpackError | undefined }> {
  const { pack, sent } = mem0Pack({ apiKey: canary, ...options });
  expect(await cpuTime(() => pack.check(tool, args))).toBeLessThan(2000);
  const error = await pack.call(tool, args).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(canary);
  if (error === undefined) {
    expect(sent.length).toBe(1);
    expect(new URL(sent[0]?.url ?? "").origin).toBe("https://api.mem0.ai");
    return { sent: sent[0], error: undefined };
  }
  if (!isToolpackError(error)) throw error;
  expect([error.code, sent.length]).toEqual(["invalid_argument", 0]);
  return { sent: undefined, error };
}
