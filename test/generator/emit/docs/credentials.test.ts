import { expect, test } from "vitest";
import { emitDocs } from "../../../../generator/emit/docs/emit-docs.js";
import type { Scheme } from "../../../../generator/model/security/types.js";
import { planPack } from "../../../../generator/plan/plan-pack.js";
import { printHelp } from "../../../../runtime/bin/print-help.js";
import type { PackDefinition } from "../../../../runtime/types.js";
import { modelOf } from "../../../helpers/model-text.js";
import { bearer } from "../fixtures/pets.js";
import { buildFixture } from "./fixture.js";
import { hostileText } from "./hostile-text.js";
import { readTemplates } from "./read-templates.js";

const login: Scheme = { ...bearer(""), name: "login", credential: "basic", env: ["A_USERNAME", "A_PASSWORD"] };

function readme(schemes: readonly Scheme[]): string {
  const plan = buildFixture();
  const { model } = plan;
  const security = [Object.fromEntries(schemes.map(({ name }) => [name, []]))];
  const changed = {
    ...plan,
    model: { ...model, pack: { ...model.pack, schemes } },
    tools: plan.tools.map((tool) => ({ ...tool, action: { ...tool.action, security } })),
  };
  return emitDocs(changed, readTemplates()).find(({ path }) => path === "README.md")?.text ?? "";
}

test("the README names the variable of one key in a sentence", () => {
  const text = readme([bearer("A_KEY")]);
  expect(text).toContain("Reads the API key from `A_KEY` unless you pass `apiKey`.");
  expect(text).not.toContain("## Credentials");
});

test("the README lists every variable of a pack that needs more, for each kind of host", () => {
  const text = readme([bearer("A_TOKEN"), login, { ...bearer(""), name: "twin", env: [], sentAs: "token" }]);
  expect(text).toContain("| `login` | `A_USERNAME`, `A_PASSWORD` | A user name and a password. |");
  expect(text).toContain("| `token` | `A_TOKEN` | Sent in the header `Authorization`, after `Bearer`. |");
  expect(text).not.toContain("twin");
  expect(text).toContain('--env A_TOKEN="$A_TOKEN" --env A_USERNAME="$A_USERNAME" --env A_PASSWORD="$A_PASSWORD" --');
  expect(text).toContain('"A_PASSWORD": "your A_PASSWORD"');
  expect(text).toMatch(/"A_PASSWORD": "\$\{input:notes-a-password\}"/);
  expect(text).toContain('"id": "notes-a-password"');
});

test("the README counts the actions of each combination and configures the first alternative only", () => {
  const paths = [
    ["a", "[{ k: [] }, { o: [] }]"],
    ["b", "[{ k: [] }, { o: [] }]"],
    ["c", "[{}, { o: [], q: [] }, { k: [] }]"],
    ["d", "[]"],
  ].map(([id, security]) => `/${id}: { get: { operationId: ${id}, responses: {}, security: ${security} } }`);
  const plan = planPack(
    modelOf(`
servers: [{ url: https://api.example.test }]
paths: { ${paths.join(", ")} }
components:
  securitySchemes:
    k: { type: apiKey, in: header, name: K }
    o: { type: oauth2, flows: {} }
    q: { type: apiKey, in: query, name: q }`),
  );
  const text = emitDocs(plan, readTemplates()).find(({ path }) => path === "README.md")?.text ?? "";
  expect(text).toContain(
    "- 2 actions need one of `k`, `o`\n- 1 action needs all of `o`, `q`; or `k`, or none\n- 1 action needs none\n",
  );
  const names = plan.model.pack.schemes.map(({ env }) => env);
  expect(names).toHaveLength(3);
  const [key = ""] = names[0] ?? [];
  expect(text).toContain(`--env ${key}="$${key}" -- npx`);
  expect(text).toContain("    k: ({ context, scheme }) => findKey(context, scheme),\n  },");
  for (const other of names.slice(1).flat()) expect(text.split(`\`${other}\``)).toHaveLength(2);
  for (const other of names.slice(1).flat()) expect(text).not.toContain(`"${other}"`);
});

test("a name is text wherever it stands", () => {
  const text = readme([
    { ...bearer("A"), name: `a|b\` ${hostileText}`, parameter: "x|y`" },
    { ...login, name: "__proto__" },
  ]);
  const row = text.split("\n").find((line) => line.startsWith("| ") && line.includes("| `A` |"));
  expect(row?.replaceAll("\\|", "").match(/\|/g)).toHaveLength(4);
  expect(text).toContain('["__proto__"]: { username');
});

test("the page of a tool says which credentials and scopes it needs, where that differs", () => {
  const operation = (id: string, security: string): string =>
    `/${id}: { get: { operationId: ${id}, responses: {}, security: ${security} } }`;
  const plan = planPack(
    modelOf(`
servers: [{ url: https://api.example.test }]
paths: { ${operation("a", '[{ k: [] }, { o: ["read", "write"], k: [] }, {}]')}, ${operation("b", "[]")} }
components: { securitySchemes: { k: { type: apiKey, in: header, name: K }, o: { type: oauth2, flows: {} } } }`),
  );
  const pages = new Map(emitDocs(plan, readTemplates()).map(({ path, text }) => [path, text]));
  expect(pages.get("docs/default/a.md")).toContain("Credentials: `k`, or `o` (`read`, `write`) and `k`, or none.");
  expect(pages.get("docs/default/b.md")).not.toContain("Credentials");
});

test("the help of the command names every variable", () => {
  const auth = (...env: string[]): PackDefinition => ({ auth: env.map((each) => ({ env: [each] })) }) as never;
  expect(printHelp(auth("A_KEY"))).toContain("The API key is read from the environment variable A_KEY.");
  expect(printHelp(auth("A", "B"))).toContain("The credentials are read from the environment variables A, B.");
});
