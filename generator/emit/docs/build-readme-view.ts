import type { Plan, ToolPlan } from "../../plan/types.js";
import { markdown } from "../print/markdown.js";
import { printString } from "../print/string.js";
import { buildFacts } from "./build-facts.js";
import { buildHosts } from "./build-hosts.js";
import { printCall } from "./print-call.js";
import type { ReadmeView } from "./views.js";

const { cell, cellCode, code, fence, line, link, prose } = markdown;

/** The pack's front page. */
export function buildReadmeView(plan: Plan): ReadmeView {
  const { sample } = plan;
  const { pack } = plan.model;
  const create = plan.symbols.create.name;
  const start = [`import { ${create} } from ${printString(pack.name)};`, "", `const pack = ${create}();`];
  return {
    title: line(pack.title),
    description: prose(pack.description),
    facts: line(buildFacts(plan)),
    install: fence(`npm install ${pack.name}`, "sh"),
    start: fence([...start, ...(sample === undefined ? [] : [printToolCall(sample)])].join("\n"), "ts"),
    env: pack.auth === undefined ? false : code(pack.auth.env),
    client: sample === undefined ? false : fence(printClientCall(plan, sample), "ts"),
    oneTool:
      sample === undefined
        ? false
        : fence(
            `import { ${sample.symbols.tool.name} } from ${printString(`${pack.name}/tools/${sample.file}`)};`,
            "ts",
          ),
    ...buildHosts(plan, sample),
    groups: plan.groups.map((group) => ({
      name: cell(group.name),
      count: String(group.tools.length),
      about: cell(group.description),
    })),
    profiles: plan.profiles.map((profile) => ({
      name: cellCode(profile.name),
      count: String(profile.tools.length),
      path: cellCode(`${pack.name}/profiles/${profile.file}`),
    })),
    offered: line(
      plan.offered.profile === undefined
        ? "without it every tool is offered"
        : `without it \`${plan.offered.profile}\` is offered`,
    ),
    approval: plan.tools
      .filter((tool) => tool.action.approval)
      .map((tool) => link(code(tool.action.name), `docs/${tool.file}.md`)),
    approve: fence(
      `const pack = ${create}({ approve: ({ tool, arguments: args }) => askPerson(tool.title, args) });`,
      "ts",
    ),
    bindings: pack.bindings.ids.map(code),
    bind: fence(printCall(`const pack = ${create}(`, { bind: { [pack.bindings.ids[0] ?? ""]: "alice" } }), "ts"),
  };
}

function printToolCall({ action }: ToolPlan): string {
  return printCall(`const { data } = await pack.call(${printString(action.name)}, `, action.examples.accept[0] ?? {});
}

function printClientCall(plan: Plan, { action, group, method }: ToolPlan): string {
  const field = plan.groups.find(({ name }) => name === group)?.field ?? group;
  return [
    `import { ${plan.symbols.client.name} } from ${printString(`${plan.model.pack.name}/client`)};`,
    "",
    `const client = new ${plan.symbols.client.name}();`,
    printCall(`const result = await client.${field}.${method}(`, action.examples.accept[0] ?? {}),
  ].join("\n");
}
