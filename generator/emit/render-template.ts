import { createRequire } from "node:module";
import type { Loaded } from "../load/types.js";
import type { TemplateViews } from "./docs/emit-docs.js";

type Templates = Loaded["templates"];
type Handlebars = typeof import("handlebars");

const compiled = new WeakMap<Templates, Map<string, (view: unknown) => string>>();
const environments = new WeakMap<Templates, Handlebars>();

/**
 * Fills a template with its view. HTML is escaped by the template; Markdown arrives escaped by its printer.
 * A value that the view lacks is an error. Each template is compiled once per run.
 */
export function renderTemplate<Name extends keyof TemplateViews>(
  templates: Templates,
  name: Name,
  view: TemplateViews[Name],
): string {
  const ready = compiled.get(templates) ?? new Map<string, (view: unknown) => string>();
  compiled.set(templates, ready);
  const render = ready.get(name) ?? compileTemplate(templates, name);
  ready.set(name, render);
  return render(view);
}

function compileTemplate(templates: Templates, name: keyof TemplateViews): (view: unknown) => string {
  const text = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (text === undefined) throw new Error(`Unknown template "${name}".`);
  return buildEnvironment(templates).compile(text, {
    strict: true,
    knownHelpersOnly: true,
    noEscape: name.endsWith(".md"),
    // A partial inside <pre> or a fence must not be indented.
    preventIndent: true,
  });
}

function buildEnvironment(templates: Templates): Handlebars {
  const known = environments.get(templates);
  if (known !== undefined) return known;
  // Loaded here, since a run that only checks its inputs renders no page.
  const handlebars = createRequire(import.meta.url)("handlebars") as Handlebars;
  const environment = handlebars.create();
  for (const [name, text] of Object.entries(templates)) environment.registerPartial(name, text);
  environments.set(templates, environment);
  return environment;
}
