import { createRequire } from "node:module";

type Templates = Readonly<Record<string, string>>;
type Values = readonly unknown[];

const missing: unique symbol = Symbol("missing");

/**
 * Walks a template beside sample views of it. Answers each path that some sample lacks, and each part that no sample
 * reaches: both would print nothing without an error in `if` and `each`.
 */
export function findMissingPaths(templates: Templates, name: string, views: Values): readonly string[] {
  const handlebars = createRequire(import.meta.url)("handlebars") as typeof import("handlebars");
  const problems = new Set<string>();
  const programs = new Map<string, hbs.AST.Program>();
  // Each part of a template, and whether any sample reached it.
  const reached = new Map<hbs.AST.Program, { readonly tag: string; readonly by: boolean }>();
  walkTemplate(name, views);
  for (const { tag, by } of reached.values()) if (!by) problems.add(`no sample reaches ${tag}`);
  return [...problems];

  function walkTemplate(template: string, contexts: Values): void {
    const program = programs.get(template) ?? handlebars.parse(templates[template] ?? `{{> ${template} is missing}}`);
    programs.set(template, program);
    walkProgram(program, contexts);
  }

  function walkProgram(program: hbs.AST.Program, contexts: Values): void {
    for (const statement of program.body) walkStatement(statement, contexts);
  }

  function walkStatement(statement: hbs.AST.Statement, contexts: Values): void {
    switch (statement.type) {
      case "ContentStatement":
        return;
      case "MustacheStatement": {
        const { path, params } = statement as hbs.AST.MustacheStatement;
        if (params.length > 0) problems.add(`{{${show(path)} ...}} is a helper`);
        const values = contexts.map((context) => read(context, path, "{{", "}}"));
        if (values.some((value) => typeof value === "object" || value === undefined))
          problems.add(`{{${show(path)}}} is no text`);
        return;
      }
      case "BlockStatement":
        walkBlock(statement as hbs.AST.BlockStatement, contexts);
        return;
      case "PartialStatement": {
        const { name: part, hash } = statement as hbs.AST.PartialStatement;
        const pairs = (hash as hbs.AST.Hash | undefined)?.pairs ?? [];
        const inner = contexts.map((context) => ({
          ...(context as object),
          ...Object.fromEntries(pairs.map(({ key, value }) => [key, read(context, value, `{{> ${key}=`, "}}")])),
        }));
        walkTemplate((part as hbs.AST.PathExpression).original, inner);
        return;
      }
      default:
        problems.add(`${statement.type} is not used here`);
    }
  }

  function walkBlock(block: hbs.AST.BlockStatement, contexts: Values): void {
    const helper = show(block.path);
    const [param] = block.params;
    if (!["each", "if", "unless"].includes(helper) || param === undefined) {
      problems.add(`{{#${helper}}} is not used here`);
      return;
    }
    const tag = `{{#${helper} ${show(param)}}}`;
    const data = (param as hbs.AST.PathExpression).data;
    const pairs = contexts
      .map((context) => ({ context, value: data ? true : read(context, param, `{{#${helper} `, "}}") }))
      .filter(({ value }) => value !== missing);
    if (pairs.length < contexts.length) return;
    const full = pairs.filter(({ value }) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
    const rest = pairs.filter((pair) => !full.includes(pair)).map(({ context }) => context);
    const inner = helper === "each" ? full.flatMap(({ value }) => value as Values) : full.map(({ context }) => context);
    walkPart(block.program, tag, inner);
    if (block.inverse) walkPart(block.inverse, `${tag}{{else}}`, rest);
  }

  function walkPart(program: hbs.AST.Program, tag: string, contexts: Values): void {
    reached.set(program, { tag, by: contexts.length > 0 || reached.get(program)?.by === true });
    walkProgram(program, contexts);
  }

  function read(context: unknown, node: hbs.AST.Expression, open: string, close: string): unknown {
    const { parts, depth } = node as hbs.AST.PathExpression;
    if (node.type !== "PathExpression" || depth > 0) {
      problems.add(`${open}${show(node)}${close} is no plain path`);
      return missing;
    }
    let value = context;
    for (const part of parts) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) {
        problems.add(`${open}${show(node)}${close}`);
        return missing;
      }
      value = (value as Record<string, unknown>)[part];
    }
    return value;
  }

  function show(node: hbs.AST.Node): string {
    return String((node as hbs.AST.PathExpression).original);
  }
}
