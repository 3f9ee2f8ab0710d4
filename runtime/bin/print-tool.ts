import type { AnyTool, JsonSchema, Requirement } from "../types.js";
import { printLines, printText } from "./print-value.js";
import { describeType } from "./tool-flags.js";

/** The description and the arguments of a tool, for a person. */
export function printTool(tool: AnyTool): string {
  const {
    aliases = [],
    approval,
    description,
    effect,
    inputSchema,
    name,
    operation,
    require = [],
    scope,
    title,
  } = tool;
  const properties = Object.entries((inputSchema["properties"] ?? {}) as Record<string, JsonSchema>);
  const required = (inputSchema["required"] ?? []) as readonly string[];
  const ordered = [
    ...properties.filter(([each]) => required.includes(each)),
    ...properties.filter(([each]) => !required.includes(each)),
  ];
  const lines = [
    printText(`${name}: ${title}`),
    "",
    printLines(description),
    "",
    printText(`${effect}, scope ${scope}${approval ? ", requires approval" : ""}`),
    ...(ordered[0] ? ["", "Arguments"] : []),
    ...ordered.flatMap(([each, schema]) =>
      printArgument(each, schema, required.includes(each), operation.files?.arguments.includes(each)),
    ),
    ...require.map((rule) => printText(`  ${printRule(rule)}`)),
    ...(aliases[0] ? ["", `Aliases: ${aliases.join(", ")}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function printArgument(
  name: string,
  schema: JsonSchema,
  required: boolean,
  isFile: boolean = false,
): readonly string[] {
  const { default: usual, description, minimum, maximum } = schema;
  const { description: each } = (schema["items"] ?? {}) as JsonSchema;
  const type = describeType(schema, isFile);
  const flag = `--${name.replaceAll("_", "-")}`;
  const typed = type === "boolean" ? `${flag} | --no-${flag.slice(2)}` : `${flag} <${type}>`;
  const facts = [
    required && "required",
    minimum !== undefined && `minimum ${minimum}`,
    maximum !== undefined && `maximum ${maximum}`,
    usual !== undefined && `default ${JSON.stringify(usual)}`,
  ].filter(Boolean);
  const line = printText(`  ${typed}${facts[0] ? `  (${facts.join(", ")})` : ""}`);
  const said = [description, each && `Each: ${each}`, isFile && "A path needs --allow-files <folder>."].filter(Boolean);
  return [line, ...said.map((text) => printLines(text, "      "))];
}

function printRule(rule: Requirement): string {
  const [kind, names] = Object.entries(rule)[0] as [string, readonly string[]];
  const amount = kind === "any" ? "At least one" : kind === "one" ? "Exactly one" : "At most one";
  return `${amount} of ${names.join(", ")} is ${kind === "atMostOne" ? "allowed" : "required"}.`;
}
