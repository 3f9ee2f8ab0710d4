import type { Scheme } from "../../model/security/types.js";
import type { Plan } from "../../plan/types.js";
import { type MarkdownText, markdown } from "../print/markdown.js";
import { printKey, printString } from "../print/string.js";
import { chooseSchemes, describeCombinations, listSent } from "./build-combinations.js";

const { cell, cellCode, code, fence, line } = markdown;

/** How the README says which credentials the pack needs. */
export interface CredentialsView {
  /** The variable of a pack that needs one key. */
  readonly env: MarkdownText | false;
  /** The schemes of any other pack. */
  readonly credentials: readonly {
    readonly name: MarkdownText;
    readonly variables: MarkdownText;
    readonly about: MarkdownText;
  }[];
  /** How many actions need which of them. */
  readonly combinations: readonly MarkdownText[];
  /** How a host passes them. */
  readonly pass: MarkdownText;
}

/** One sentence for one key, a table for everything else. */
export function buildCredentials(plan: Plan): CredentialsView {
  const { model, symbols } = plan;
  const schemes = listSent(model.pack.schemes);
  const [only, ...others] = schemes;
  const isSimple = others.length === 0 && only?.credential === "key";
  return {
    env: isSimple ? code(only.env[0] ?? "") : false,
    credentials: isSimple
      ? []
      : schemes.map((scheme) => ({
          name: cellCode(scheme.name),
          variables: scheme.env.map(cellCode).join(", ") as MarkdownText,
          about: cell(describeScheme(scheme)),
        })),
    combinations: describeCombinations(plan).map(line),
    pass: fence(
      [
        `const pack = ${symbols.create.name}({`,
        "  credentials: {",
        ...chooseSchemes(plan).map((scheme) => `    ${printProperty(scheme.name)}: ${sampleOf(scheme)},`),
        "  },",
        "});",
      ].join("\n"),
      "ts",
    ),
  };
}

function describeScheme({ credential, in: place, parameter, prefix, declared }: Scheme): string {
  if (credential === "basic") return "A user name and a password.";
  const { type } = declared;
  if (type === "oauth2" || type === "openIdConnect") return "An access token, which the host obtains.";
  const sent = prefix.trim() === "" ? "" : `, after \`${prefix.trim()}\``;
  return `Sent in the ${place === "query" ? "query parameter" : place} \`${parameter}\`${sent}.`;
}

function sampleOf({ credential }: Scheme): string {
  return credential === "basic"
    ? `{ username: "…", password: "…" }`
    : "({ context, scheme }) => findKey(context, scheme)";
}

function printProperty(name: string): string {
  return name === "__proto__" ? `[${printString(name)}]` : printKey(name);
}
