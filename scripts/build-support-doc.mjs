// Writes docs/openapi-support.md, which shows the support table (generator/shared/support) to users.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const root = new URL("../", import.meta.url);

const head = `<!-- Generated from generator/shared/support by \`npm run docs:support\`; do not edit. -->

# What toolpack does with each field of OpenAPI

For every fixed field of every object of OpenAPI 3.0, 3.1 and 3.2, and for every keyword of JSON Schema 2020-12:

- **honoured**: it shapes the request, what is read of the answer, or what a model and a person are told.
- **reported**: it is not supported. A warning with the code in its note names the place.
- **meaningless**: no tool could do anything with it.

A value of an honoured field that cannot be used, such as an unknown style, is reported by name and leaves out its
operation only. Fields that start with \`x-\` are ignored.
`;

const names = {
  Document: "OpenAPI Object",
  ExternalDocs: "External Documentation Object",
  Flow: "OAuth Flow Object",
  Flows: "OAuth Flows Object",
  Schema: "Schema Object, with JSON Schema 2020-12",
};

/** The text of docs/openapi-support.md. */
export function buildSupportDoc(table) {
  const parts = Object.entries(table).map(([object, rows]) => {
    const title = names[object] ?? `${object.replace(/([a-z])([A-Z])/g, "$1 $2")} Object`;
    const lines = rows.map(([field, versions, state, note, report]) => {
      const told = report === undefined ? note : `${note} (\`${report.code}\`)`;
      return `| \`${field}\` | ${versions} | ${state} | ${told} |`;
    });
    return `\n## ${title}\n\n| Field | Versions | State | Note |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n`;
  });
  return head + parts.join("");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { supportTable } = await import(new URL("dist/generator/shared/support/table.js", root));
  writeFileSync(new URL("docs/openapi-support.md", root), buildSupportDoc(supportTable));
}
