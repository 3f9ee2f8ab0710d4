import type { Flag } from "./parse-flags.js";

/** Flags that more than one command has. */
const help: Flag = { name: "help", takes: "switch", help: "Show this help." };
const baseUrl: Flag = { name: "base-url", takes: "text", value: "url", help: "Base URL of the service." };
const serverUrl: Flag = {
  name: "server-url",
  takes: "texts",
  value: "url=url",
  help: "Another address for a tool with a server of its own.",
};
const bind: Flag = { name: "bind", takes: "texts", value: "name=id", help: "Restrict every call to this id." };
const allowFiles: Flag = {
  name: "allow-files",
  takes: "texts",
  value: "folder",
  help: "Let file arguments name files of this folder by path. May be repeated.",
};
const profile: Flag = { name: "profile", takes: "text", value: "name", help: "Named set of tools." };
const reporter: Flag = { name: "reporter", takes: "text", value: "pretty|json", help: "Output format." };

/** The commands, in the order of the help. */
export const commands: readonly {
  readonly name: string;
  readonly words: string;
  readonly help: string;
  readonly flags: readonly Flag[];
}[] = [
  { name: "list", words: "list", help: "List the tools.", flags: [profile, bind, reporter, help] },
  {
    name: "describe",
    words: "describe <tool>",
    help: "Show the description and the arguments of a tool.",
    flags: [reporter, help],
  },
  {
    name: "call",
    words: "call <tool> [--<argument> <value> ...]",
    help: "Run a tool. Each argument is a flag.",
    flags: [
      { name: "json", takes: "text", value: "object|-", help: "Arguments as JSON; - reads them from standard input." },
      { name: "yes", takes: "switch", help: "Approve an action that requires approval." },
      { name: "wait-ms", takes: "text", value: "ms", help: "Maximum time to wait for a background job." },
      profile,
      bind,
      allowFiles,
      baseUrl,
      serverUrl,
      reporter,
      help,
    ],
  },
  {
    name: "mcp",
    words: "mcp",
    help: "Serve the tools to an MCP host over standard input and output.",
    flags: [
      profile,
      { name: "read-only", takes: "switch", help: "Only tools that read." },
      { name: "allow", takes: "texts", value: "tool,...", help: "Only these tools." },
      { name: "deny", takes: "texts", value: "tool,...", help: "All tools except these." },
      bind,
      allowFiles,
      baseUrl,
      serverUrl,
      help,
    ],
  },
];
