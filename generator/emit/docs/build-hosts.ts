import type { Plan, ToolPlan } from "../../plan/types.js";
import { type MarkdownText, markdown } from "../print/markdown.js";
import { chooseSchemes } from "./build-combinations.js";

/** The hosts of a pack, each as a snippet for the user. */
export interface HostsView {
  readonly command: MarkdownText;
  /** The frameworks that have an adapter. */
  readonly adapters: readonly {
    readonly title: MarkdownText;
    readonly about: MarkdownText;
    readonly usage: MarkdownText;
  }[];
  /** Claude Desktop and Cursor. */
  readonly mcpServers: MarkdownText;
  readonly claudeCode: MarkdownText;
  readonly vsCode: MarkdownText;
}

/** Snippets for the command line, the frameworks with an adapter and the hosts of MCP servers. */
export function buildHosts(plan: Plan, sample: ToolPlan | undefined): HostsView {
  const { name, baseUrlExample } = plan.model.pack;
  const { fence, line } = markdown;
  const bin = plan.bin.name;
  const server = "@modelcontextprotocol/server@2.4";
  const base = baseUrlExample === undefined ? [] : ["--base-url", baseUrlExample];
  const run = { command: "npx", args: ["-y", "-p", name, "-p", server, bin, "mcp", ...base] };
  // A title may contain any character; the name that a host shows is the command without its ending.
  const label = bin.replace(/-toolpack$/, "");
  const variables = chooseSchemes(plan).flatMap(({ env }) => env);
  const inputs = variables.map((variable) => ({
    id: variables.length === 1 ? `${label}-key` : `${label}-${variable.toLowerCase().replaceAll("_", "-")}`,
    type: "promptString",
    description: variables.length === 1 ? "API key" : variable,
    password: true,
  }));
  const envOf = (read: (variable: string, index: number) => string): object =>
    variables.length === 0
      ? {}
      : { env: Object.fromEntries(variables.map((each, index) => [each, read(each, index)])) };
  const json = (value: object): MarkdownText => fence(JSON.stringify(value, null, 2), "json");
  const shown = sample?.action.name ?? "<tool>";
  const example = JSON.stringify(sample?.action.examples.accept[0] ?? {}).replaceAll("'", "'\\''");
  const lines = [
    `npx ${bin} list`,
    `npx ${bin} describe ${shown}`,
    [`npx ${bin} call ${shown} --json '${example}'`, ...base].join(" "),
    `npx ${bin} call ${shown} --help`,
  ];
  return {
    command: fence(lines.join("\n"), "sh"),
    adapters: plan.adapters.map(({ title, about, usage }) => ({
      title: line(title),
      about: line(about),
      usage: fence(usage.join("\n"), "ts"),
    })),
    mcpServers: json({
      mcpServers: {
        [label]: { ...run, ...envOf((variable) => (inputs.length === 1 ? "your key" : `your ${variable}`)) },
      },
    }),
    claudeCode: fence(
      `claude mcp add ${label} ${variables.map((variable) => `--env ${variable}="$${variable}" `).join("")}-- ${[run.command, ...run.args].join(" ")}`,
      "sh",
    ),
    vsCode: json({
      ...(inputs.length > 0 && { inputs }),
      servers: { [label]: { type: "stdio", ...run, ...envOf((_, index) => `\${input:${inputs[index]?.id}}`) } },
    }),
  };
}
