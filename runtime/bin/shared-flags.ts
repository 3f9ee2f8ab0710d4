import type { Flag } from "./parse-flags.js";

/** Flags that more than one command has. */
const help: Flag = { name: "help", takes: "switch", help: "Show this." };
const baseUrl: Flag = { name: "base-url", takes: "text", value: "url", help: "Another address of the service." };
const bind: Flag = { name: "bind", takes: "texts", value: "name=id", help: "Hold every call to this id." };
const profile: Flag = { name: "profile", takes: "text", value: "name", help: "A named set of tools." };
const reporter: Flag = { name: "reporter", takes: "text", value: "pretty|json", help: "How results are printed." };

/** The commands, in the order in which help shows them. */
export const commands: readonly {
  readonly name: string;
  readonly words: string;
  readonly help: string;
  readonly flags: readonly Flag[];
}[] = [
  { name: "list", words: "list", help: "Show the tools.", flags: [profile, bind, reporter, help] },
  {
    name: "describe",
    words: "describe <tool>",
    help: "Show what a tool does and what it takes.",
    flags: [reporter, help],
  },
  {
    name: "call",
    words: "call <tool> [--<argument> <value> ...]",
    help: "Run a tool. Each argument is a flag.",
    flags: [
      { name: "json", takes: "text", value: "object|-", help: "The arguments as JSON; - reads the standard input." },
      { name: "yes", takes: "switch", help: "Agree to an action that needs approval." },
      { name: "wait-ms", takes: "text", value: "ms", help: "Wait so long for an answer that takes its time." },
      profile,
      bind,
      baseUrl,
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
      { name: "read-only", takes: "switch", help: "Only tools that change nothing." },
      { name: "allow", takes: "texts", value: "tool,...", help: "Only these tools." },
      { name: "deny", takes: "texts", value: "tool,...", help: "Not these tools." },
      bind,
      baseUrl,
      help,
    ],
  },
];
