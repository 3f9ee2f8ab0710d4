import type { Plan, ToolPlan } from "../../plan/types.js";
import { type MarkdownText, markdown } from "../print/markdown.js";
import { printString } from "../print/string.js";
import { buildCredentials, type CredentialsView } from "./build-credentials.js";
import { buildFacts } from "./build-facts.js";
import { buildHosts, type HostsView } from "./build-hosts.js";
import { listFiles } from "./build-notes.js";
import { printCall } from "./print-call.js";

const { cell, cellCode, code, fence, line, link, prose } = markdown;

/** What templates/readme.md.hbs reads. */
export interface ReadmeView extends CredentialsView, HostsView {
  readonly title: MarkdownText;
  readonly description: MarkdownText;
  readonly facts: MarkdownText;
  readonly install: MarkdownText;
  readonly start: MarkdownText;
  /** Addresses besides the base URL. */
  readonly servers: readonly MarkdownText[];
  readonly server: MarkdownText;
  readonly client: MarkdownText | false;
  readonly oneTool: MarkdownText | false;
  readonly groups: readonly { readonly name: MarkdownText; readonly count: string; readonly about: MarkdownText }[];
  readonly profiles: readonly { readonly name: MarkdownText; readonly count: string; readonly path: MarkdownText }[];
  /** The default profile. */
  readonly profile: MarkdownText;
  readonly approval: readonly MarkdownText[];
  readonly approve: MarkdownText;
  /** A program that lets file arguments name a path, for a pack that has some. */
  readonly files: MarkdownText | false;
  readonly bindings: readonly MarkdownText[];
  readonly bind: MarkdownText;
}

/** The pack's front page. */
export function buildReadmeView(plan: Plan): ReadmeView {
  const { pack } = plan.model;
  const { tool, profile } = plan.sample;
  const { servers = [] } = plan.definition;
  const create = plan.symbols.create.name;
  const start = [
    `import { ${create} } from ${printString(pack.name)};`,
    "",
    `const pack = ${create}(${printBaseUrl(plan)});`,
  ];
  return {
    title: line(pack.title),
    description: prose(pack.description),
    facts: line(buildFacts(plan)),
    install: fence(`npm install ${pack.name}`, "sh"),
    start: fence([...start, ...(tool === undefined ? [] : [printToolCall(tool)])].join("\n"), "ts"),
    servers: servers.map(code),
    server: fence(
      printCall(`const pack = ${create}(`, {
        baseUrl: "https://proxy.example",
        servers: { [servers[0] ?? ""]: "https://proxy.example/own" },
      }),
      "ts",
    ),
    ...buildCredentials(plan),
    client: tool === undefined ? false : fence(printClientCall(plan, tool), "ts"),
    oneTool:
      tool === undefined
        ? false
        : fence(`import { ${tool.symbols.tool.name} } from ${printString(`${pack.name}/tools/${tool.file}`)};`, "ts"),
    ...buildHosts(plan, tool),
    groups: plan.groups.map((group) => ({
      name: cell(group.name),
      count: String(group.tools.length),
      about: cell(group.description),
    })),
    profiles: plan.profiles.map(({ name, file, tools }) => ({
      name: cellCode(name),
      count: String(tools.length),
      path: cellCode(`${pack.name}/profiles/${file}`),
    })),
    profile: code(profile),
    approval: plan.tools
      .filter(({ action }) => action.approval)
      .map(({ action, file }) => link(code(action.name), `docs/${file}.md`)),
    approve: fence(
      `const pack = ${create}({ approve: ({ tool, arguments: args }) => askPerson(tool.title, args) });`,
      "ts",
    ),
    files: plan.tools.some(({ action }) => listFiles(action).length > 0)
      ? fence(`const pack = ${create}({ readFile: (path, { context }) => readUpload(path, context) });`, "ts")
      : false,
    bindings: pack.bindings.ids.map(code),
    bind: fence(printCall(`const pack = ${create}(`, { bind: { [pack.bindings.ids[0] ?? ""]: "alice" } }), "ts"),
  };
}

/** The option that a pack without a base URL cannot do without. */
function printBaseUrl({ model: { pack } }: Plan): string {
  return pack.baseUrlExample === undefined ? "" : `{ baseUrl: ${printString(pack.baseUrlExample)} }`;
}

function printToolCall({ action }: ToolPlan): string {
  return printCall(`const { data } = await pack.call(${printString(action.name)}, `, action.examples.accept[0] ?? {});
}

function printClientCall(plan: Plan, { action, group, method }: ToolPlan): string {
  const field = plan.groups.find(({ name }) => name === group)?.field ?? group;
  return [
    `import { ${plan.symbols.client.name} } from ${printString(`${plan.model.pack.name}/client`)};`,
    "",
    `const client = new ${plan.symbols.client.name}(${printBaseUrl(plan)});`,
    printCall(`const result = await client.${field}.${method}(`, action.examples.accept[0] ?? {}),
  ].join("\n");
}
