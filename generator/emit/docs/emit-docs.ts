import type { Loaded } from "../../load/types.js";
import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { renderTemplate } from "../render-template.js";
import { buildIndexView, type IndexView } from "./build-index-view.js";
import { buildPageView, type PageView } from "./build-page-view.js";
import { buildReadmeView, type ReadmeView } from "./build-readme-view.js";
import { buildToolDoc } from "./build-tool-doc.js";
import { buildToolView, type ToolView } from "./build-tool-view.js";

/** The view of each template that is rendered: complete, so that a template never reads what is not there. */
export interface TemplateViews {
  readonly "readme.md": ReadmeView;
  readonly "docs/index.md": IndexView;
  readonly "docs/tool.md": ToolView;
  readonly "docs/page.html": PageView;
}

/** The README, a page for each tool, their index, and one HTML page that holds them all. */
export function emitDocs(plan: Plan, templates: Loaded["templates"]): readonly GeneratedFile[] {
  const names = plan.tools.map((tool) => tool.action.name);
  const tools = plan.tools.map((tool) => buildToolDoc(tool, plan.model.pack, names));
  return [
    { path: "README.md", text: renderTemplate(templates, "readme.md", buildReadmeView(plan)) },
    { path: "docs/index.md", text: renderTemplate(templates, "docs/index.md", buildIndexView(plan, tools)) },
    {
      path: "docs/index.html",
      text: renderTemplate(templates, "docs/page.html", buildPageView(plan, tools, templates)),
    },
    ...tools.map((tool) => ({
      path: `docs/${tool.file}.md`,
      text: renderTemplate(templates, "docs/tool.md", buildToolView(tool)),
    })),
  ];
}
