import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Action } from "../../../generator/model/types.js";
import { readModel } from "../../../generator/read-model.js";
import type { Facts } from "./read-facts.mjs";

const cwd = fileURLToPath(new URL("../../../", import.meta.url));
const published = fileURLToPath(new URL("../../../../shared/reference/mem0-openapi.upstream.json", import.meta.url));
const absent = !existsSync(published);
const skipped = absent ? " (skipped: the published document is not here)" : "";
const overrides = "spec/mem0.overrides.yaml";

describe("spec/mem0.upstream.overlay.yaml", () => {
  it("aims only at operations that are published", () => {
    const facts: Facts = JSON.parse(readFileSync(new URL("facts.json", import.meta.url), "utf8"));
    const overlay: { actions: { target: string }[] } = parse(
      readFileSync(`${cwd}spec/mem0.upstream.overlay.yaml`, "utf8"),
    );
    const targets = overlay.actions.flatMap(({ target }) => {
      const [, path, method] = /^\$\.paths\['([^']+)'\]\.([a-z]+)/.exec(target) ?? [];
      return path === undefined || method === undefined ? [] : [`${method.toUpperCase()} ${path}`];
    });
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((place) => facts.operations[place] === undefined)).toEqual([]);
  });

  it.skipIf(absent)(`makes the published document give the same tools as ours${skipped}`, async () => {
    const ours = await readModel({ spec: "spec/mem0.openapi.yaml", overlays: [], overrides, cwd });
    const theirs = await readModel({
      spec: published,
      overlays: ["spec/mem0.upstream.overlay.yaml"],
      overrides,
      cwd,
    });
    expect(theirs.model.actions.map(describeTool)).toEqual(ours.model.actions.map(describeTool));
    expect(theirs.model.actions).toHaveLength(51);
  });
});

/** What a model and the wire see of a tool; the prose of the two documents may differ where no override replaces it. */
function describeTool(action: Action): unknown {
  return {
    name: action.name,
    method: action.operation.method,
    path: action.operation.path,
    inputSchema: action.inputSchema,
    checkedSchema: action.checkedSchema,
    places: action.arguments.map(({ name, places }) => [
      name,
      ...places.map(({ place, style }) => `${place} ${style}`),
    ]),
  };
}
