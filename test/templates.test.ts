import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { buildIndexView } from "../generator/emit/docs/build-index-view.js";
import { buildPageView } from "../generator/emit/docs/build-page-view.js";
import { buildReadmeView } from "../generator/emit/docs/build-readme-view.js";
import { buildToolDoc } from "../generator/emit/docs/build-tool-doc.js";
import { buildToolView } from "../generator/emit/docs/build-tool-view.js";
import type { TemplateViews } from "../generator/emit/docs/emit-docs.js";
import { renderTemplate } from "../generator/emit/render-template.js";
import { findMissingPaths } from "./generator/emit/docs/find-missing-paths.js";
import { buildFixture } from "./generator/emit/docs/fixture.js";
import { readTemplates } from "./generator/emit/docs/read-templates.js";
import { bearer } from "./generator/emit/fixtures/pets.js";

const templates = readTemplates();
const full = buildFixture();
// The smallest pack: nothing bound, no key, no example, no description.
const bare = buildFixture((plain) => (plain.endsWith(".") ? "" : plain));
const bareTools = bare.tools.map((tool) => ({
  ...tool,
  action: { ...tool.action, approval: false, examples: { accept: [], refuse: [] } },
}));
const [first] = full.tools;
// One tool takes a file, which changes nothing else of the front page.
const upload = {
  ...first,
  action: {
    ...first?.action,
    arguments: first?.action.arguments.map((each) => ({
      ...each,
      places: each.places.map((place) => ({ ...place, file: "one" })),
    })),
  },
} as (typeof full.tools)[number];
const plans = [
  full,
  { ...full, tools: [upload, ...full.tools.slice(1)] },
  { ...full, definition: { ...full.definition, servers: ["https://upload.notes.example"] } },
  {
    ...bare,
    profiles: [],
    tools: bareTools,
    sample: { ...bare.sample, tool: undefined },
    model: {
      ...bare.model,
      hidden: [],
      pack: { ...bare.model.pack, schemes: [], bindings: { ids: [], ownership: undefined, entity: undefined } },
    },
  },
  // One that needs more than a key.
  { ...full, model: { ...full.model, pack: { ...full.model.pack, schemes: [bearer("A_TOKEN"), bearer("B_TOKEN")] } } },
];
const docs = plans.map((plan) => plan.tools.map((tool) => buildToolDoc(tool, plan.model.pack, [])));
const views: { readonly [Name in keyof TemplateViews]: readonly TemplateViews[Name][] } = {
  "readme.md": plans.map(buildReadmeView),
  "docs/index.md": plans.map((plan, index) => buildIndexView(plan, docs[index] ?? [])),
  "docs/tool.md": docs.flat().map(buildToolView),
  "docs/page.html": plans.map((plan, index) => buildPageView(plan, docs[index] ?? [], templates)),
};
const names = Object.keys(views) as (keyof TemplateViews)[];

describe("templates", () => {
  test.each(names)("every path that %s reads exists in its view", (name) => {
    expect(findMissingPaths(templates, name, views[name])).toEqual([]);
  });

  test("every template is rendered or a part of one that is", () => {
    const used = new Set(names.flatMap((name) => [name, ...findPartials(name)]));
    expect(Object.keys(templates).filter((name) => !used.has(name as keyof TemplateViews))).toEqual([]);
  });

  test.each([
    ["a value", "{{title}}", "{{titel}}"],
    ["a condition, which handlebars itself lets pass", "{{#if approval}}", "{{#if aproval}}"],
    ["a list, which handlebars itself lets pass", "{{#each notes}}", "{{#each note}}"],
    ["a value inside a list", "{{typescript}}", "{{typoscript}}"],
    ["a value inside a value", "{{result.type}}", "{{result.kind}}"],
  ])("a misspelt path fails: %s", (_, right, wrong) => {
    const text = templates["docs/tool.md"] ?? "";
    expect(text).toContain(right);
    const misspelt = { ...templates, "docs/tool.md": text.replace(right, wrong) };
    expect(findMissingPaths(misspelt, "docs/tool.md", views["docs/tool.md"])).toEqual([expect.stringContaining(wrong)]);
  });

  test("a value that the view lacks is an error when it is printed", () => {
    const misspelt = { ...templates, "readme.md": "{{titel}}" };
    expect(() => renderTemplate(misspelt, "readme.md", buildReadmeView(full))).toThrow("titel");
  });

  test("HTML templates escape every value", () => {
    const raw = Object.entries(templates).filter(([name, text]) => name.endsWith(".html") && /\{\{[{&]/.test(text));
    expect(raw).toEqual([]);
  });

  test("text of a template's view is never a template", () => {
    const view = { ...buildReadmeView(full), title: "{{description}}{{{facts}}}" as never };
    expect(renderTemplate({ "readme.md": "{{title}}" }, "readme.md", view)).toBe("{{description}}{{{facts}}}");
  });
});

function findPartials(name: string): string[] {
  const handlebars = createRequire(import.meta.url)("handlebars") as typeof import("handlebars");
  const found: string[] = [];
  class Partials extends handlebars.Visitor {
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      const part = (partial.name as hbs.AST.PathExpression).original;
      found.push(part, ...findPartials(part));
    }
  }
  new Partials().accept(handlebars.parse(templates[name] ?? ""));
  return found;
}
