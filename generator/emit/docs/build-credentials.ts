import type { Scheme } from "../../model/security/types.js";
import type { Plan } from "../../plan/types.js";
import { type MarkdownText, markdown } from "../print/markdown.js";
import { printKey, printString } from "../print/string.js";

const { cell, cellCode, code, fence } = markdown;

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
  /** How a host passes them. */
  readonly pass: MarkdownText;
}

/** One sentence for one key, a table for everything else. */
export function buildCredentials({ model: { pack }, symbols: { create } }: Plan): CredentialsView {
  const schemes = listSent(pack.schemes);
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
    pass: fence(
      [
        `const pack = ${create.name}({`,
        "  credentials: {",
        ...schemes.map((scheme) => `    ${printProperty(scheme.name)}: ${sampleOf(scheme)},`),
        "  },",
        "});",
      ].join("\n"),
      "ts",
    ),
  };
}

/** The schemes for which a host gives a credential. */
export function listSent(schemes: readonly Scheme[]): readonly Scheme[] {
  return schemes.filter(({ sentAs }) => sentAs === undefined);
}

function describeScheme({ credential, in: place, parameter, prefix, declared }: Scheme): string {
  if (credential === "basic") return "A user name and a password.";
  const { type } = declared;
  if (type === "oauth2" || type === "openIdConnect") return "An access token, which the host obtains.";
  const sent = prefix.trim() === "" ? "" : `, after \`${prefix.trim()}\``;
  return `Sent in the ${place === "query" ? "query parameter" : place} \`${parameter}\`${sent}.`;
}

function sampleOf({ credential }: Scheme): string {
  return credential === "basic" ? `{ username: "…", password: "…" }` : "({ context }) => findKey(context)";
}

function printProperty(name: string): string {
  return name === "__proto__" ? `[${printString(name)}]` : printKey(name);
}
