import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { ToolpackOptions } from "../../../generated/mem0/index.js";
import { callSafely } from "./call-safely.js";
import { expand } from "./expand.js";
import { type GivenCall, meetsExpectation, toToolCall } from "./given-call.js";

interface HostileCall {
  readonly title: string;
  readonly tool: string;
  readonly host?: ToolpackOptions;
  readonly args?: object;
  readonly each?: readonly object[];
  /** Arguments as JSON text. */
  readonly json?: string;
  readonly refused?: string;
  readonly sends?: {
    readonly method: string;
    readonly path: string | readonly string[];
    readonly query?: string;
    readonly body?: unknown;
  };
}

const hostile: readonly HostileCall[] = parse(readFileSync(new URL("hostile.yaml", import.meta.url), "utf8"));

const rows = hostile.flatMap((call) => {
  const texts = call.json ? [call.json] : (call.each ?? [call.args]).map((args) => JSON.stringify(args));
  const all = call.json ? [JSON.parse(call.json)] : (call.each ?? [call.args]).map(expand);
  return all.map((args, index) => [call.title, texts[index], args, call] as const);
});

test.each(rows)("%s: %s", async (_, __, args, { tool, host, refused, sends }) => {
  const { sent, error } = await callSafely(tool, args, host);
  if (sends) {
    const { method, path, query, body } = expand(sends) as NonNullable<HostileCall["sends"]>;
    const target = [path].flat().join("") + (query ? `?${query}` : "");
    expect([sent?.method, sent?.url]).toEqual([method, `https://api.mem0.ai${target}`]);
    expect(sent?.body).toBe(body === undefined ? undefined : JSON.stringify(body));
    return;
  }
  const field = refused === "$last" ? Object.keys(args).at(-1) : refused;
  expect([error?.field ?? ""]).toEqual([expect.stringMatching(startsWith(field ?? ""))]);
  expect(error?.message).toContain(field);
});

/** The field itself, or a place inside it. */
function startsWith(field: string): RegExp {
  return new RegExp(`^${field.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}($|[.[])`);
}

const given = new URL("../../../../shared/calls/args.json", import.meta.url);

if (existsSync(given)) {
  const { cases }: { cases: readonly GivenCall[] } = JSON.parse(readFileSync(given, "utf8"));

  test.each(cases.map((call) => [call.id, call] as const))("a call that was given to us: %s", async (_, call) => {
    const { tool, args, options } = toToolCall(call);
    // An action that we do not offer cannot be called wrongly.
    if (tool === undefined) return;
    const answer = await callSafely(tool, args, options);
    expect(meetsExpectation(call.expect, answer)).toEqual({ meets: true });
  });
} else {
  test.skip("calls that were given to us: skipped, since their folder is not beside this one", () => {});
}
