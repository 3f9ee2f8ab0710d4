import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printComment } from "../print/comment.js";
import { printIdentifier } from "../print/identifier.js";
import { type Import, printSource } from "../print/source.js";

/** client/index.ts: the client, with one field a group. */
export function emitClientIndex(plan: Plan): GeneratedFile {
  const { className, groups, model } = plan;
  const name = printIdentifier(className);
  const body = `${printComment(`Typed client of ${model.pack.title}.`)}export class ${name} {
${groups.map((group) => `${printComment(group.description, 2)}  readonly ${printIdentifier(group.field)}: ${group.className};\n`).join("")}
  constructor(options: ClientOptions = {}) {
    const http = new HttpClient(definition, options);
${groups.map((group) => `    this.${group.field} = new ${group.className}(http);\n`).join("")}  }
}
`;
  return { path: "client/index.ts", text: printSource(readSymbols(plan), body) };
}

function readSymbols({ groups }: Plan): Import[] {
  return [
    { name: "definition", from: "../definition.js" },
    { name: "HttpClient", from: "../runtime/index.js" },
    { name: "ClientOptions", from: "../runtime/index.js", type: true },
    ...groups.map((group): Import => ({ name: group.className, from: `./${group.file}.js` })),
  ];
}
