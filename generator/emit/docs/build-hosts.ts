import type { Plan, ToolPlan } from "../../plan/types.js";
import { binName } from "../package/emit-bin.js";
import { type MarkdownText, markdown } from "../print/markdown.js";
import { printString } from "../print/string.js";

/** What a pack is put into, each as the text that its user has to write. */
export interface HostsView {
  readonly command: MarkdownText;
  readonly aiSdk: MarkdownText;
  /** Claude Desktop and Cursor. */
  readonly mcpServers: MarkdownText;
  readonly claudeCode: MarkdownText;
  readonly vsCode: MarkdownText;
}

/** Snippets for the command line, the Vercel AI SDK and the hosts of MCP servers. */
export function buildHosts(plan: Plan, sample: ToolPlan | undefined): HostsView {
  const { name, auth, bindings } = plan.model.pack;
  const { fence } = markdown;
  const bin = binName(plan);
  const create = `create${plan.className}`;
  const [id] = bindings.ids;
  const server = "@modelcontextprotocol/server@2.4";
  const run = { command: "npx", args: ["-y", "-p", name, "-p", server, bin, "mcp"] };
  // A pack's title may hold anything; the name that a host shows is the command without its ending.
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
    `npx ${bin} call ${shown} --json '${example}'`,
    `npx ${bin} call ${shown} --help`,
  ];
  return {
    command: fence(lines.join("\n"), "sh"),
    aiSdk: fence(
      [
        `import { generateText } from "ai";`,
        `import { ${create} } from ${printString(name)};`,
        `import { aiSdkApproval, toAiSdkTools } from ${printString(`${name}/ai-sdk`)};`,
        "",
        `const pack = ${create}({ ${id === undefined ? "" : `bind: { ${id}: "alice" }, `}approve: "caller" });`,
        "const { text } = await generateText({",
        "  model,",
        "  prompt,",
        "  tools: toAiSdkTools(pack),",
        "  toolApproval: aiSdkApproval(pack),",
        "});",
      ].join("\n"),
      "ts",
    ),
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
