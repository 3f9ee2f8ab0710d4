import type { Plan, ToolPlan } from "../../plan/types.js";
import { type MarkdownText, markdown } from "../print/markdown.js";

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
  const { name, auth, baseUrlExample } = plan.model.pack;
  const { fence, line } = markdown;
  const bin = plan.bin.name;
  const server = "@modelcontextprotocol/server@2.4";
  const base = baseUrlExample === undefined ? [] : ["--base-url", baseUrlExample];
  const run = { command: "npx", args: ["-y", "-p", name, "-p", server, bin, "mcp", ...base] };
  // A title may contain any character; the name that a host shows is the command without its ending.
  const label = bin.replace(/-toolpack$/, "");
  const key = auth === undefined ? {} : { env: { [auth.env]: "your key" } };
  const asked = auth === undefined ? {} : { env: { [auth.env]: `\${input:${label}-key}` } };
  const input = { id: `${label}-key`, type: "promptString", description: "API key", password: true };
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
    mcpServers: json({ mcpServers: { [label]: { ...run, ...key } } }),
    claudeCode: fence(
      `claude mcp add ${label} ${auth === undefined ? "" : `--env ${auth.env}="$${auth.env}" `}-- ${[run.command, ...run.args].join(" ")}`,
      "sh",
    ),
    vsCode: json({
      ...(auth === undefined ? {} : { inputs: [input] }),
      servers: { [label]: { type: "stdio", ...run, ...asked } },
    }),
  };
}
