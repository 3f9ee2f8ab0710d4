import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Json } from "../../../generator/shared/json.js";
import { actions } from "./actions.js";
import { definitions, lock } from "./read-pack.js";

type Fact = { readonly action: string; readonly fact: string } & (
  | { readonly as: "description"; readonly pattern: string }
  | { readonly as: "schema"; readonly pointer: string; readonly value?: Json }
  | { readonly as: "corrected"; readonly reason: string; readonly absent: string }
);

const facts: readonly Fact[] = parse(readFileSync(new URL("facts.yaml", import.meta.url), "utf8"));
const keys: Readonly<Record<string, readonly string[]>> = {
  description: ["pattern"],
  schema: ["pointer", "value"],
  corrected: ["reason", "absent"],
};

describe("facts.yaml", () => {
  it("has facts for each of the 47 actions, and for no other", () => {
    expect([...new Set(facts.map(({ action }) => action))]).toEqual(actions.map(({ name }) => name));
  });

  it("says each fact once, with the keys of its kind", () => {
    const said = facts.map(({ action, fact }) => `${action}: ${fact}`);
    expect(said.filter((each, index) => said.indexOf(each) !== index)).toEqual([]);
    for (const fact of facts) {
      const allowed = ["action", "fact", "as", ...(keys[fact.as] ?? [])];
      expect(Object.keys(fact).filter((key) => !allowed.includes(key))).toEqual([]);
    }
  });
});

describe.each(actions)("$name", ({ name }) => {
  const own = facts.filter(({ action }) => action === name);
  it.each(own.map((fact) => [fact.fact, fact] as const))("%s", (_, fact) => {
    const definition = definitions.get(name);
    const locked = lock.get(name);
    if (definition === undefined || locked === undefined) throw new Error(`no tool named ${name}`);
    if (fact.as === "description") return expect(definition.description).toMatch(new RegExp(fact.pattern, "i"));
    if (fact.as === "corrected") return expect(definition.description).not.toMatch(new RegExp(fact.absent, "i"));
    const found = readPointer({ ...locked, ...definition }, fact.pointer);
    return fact.value === undefined ? expect(found).toBeDefined() : expect(found).toEqual(fact.value);
  });
});

function readPointer(value: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
