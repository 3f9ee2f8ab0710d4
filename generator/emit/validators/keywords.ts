import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, type KeywordErrorDefinition, stringify } from "ajv";
import type { Requirement } from "../../load/overrides.js";
import { FORMATS } from "../../shared/keywords.js";
import { patternLimit } from "../../shared/patterns/pattern-limit.js";

type Keyword = CodeKeywordDefinition & { readonly keyword: string };
type KeywordErrorCxt = Parameters<Extract<KeywordErrorDefinition["params"], (cxt: never) => Code>>[0];

/**
 * Keywords reimplemented because Ajv's own code for them carries a copy of the whole schema (enum), needs a package
 * (lengths, formats) or runs without a limit (pattern), and `require`, which is ours.
 */
export const keywords: readonly Keyword[] = [
  {
    keyword: "enum",
    schemaType: "array",
    error: reports(({ params }) => _`{allowedValues: ${params.values as Code}}`),
    code(cxt) {
      const { gen, data, schema } = cxt;
      const values = gen.scopeValue("schema", { ref: schema, code: stringify(schema) });
      cxt.setParams({ values });
      const plain = schema.every((value: unknown) => typeof value !== "object" || value === null);
      cxt.pass(
        plain
          ? _`${values}.includes(${data})`
          : _`${values}.some((value) => ${runtimeFunction(cxt, "equal")}(value, ${data}))`,
      );
    },
  },
  {
    keyword: "maxLength",
    type: "string",
    schemaType: "number",
    error: reports(({ schema }) => _`{limit: ${schema}}`),
    code(cxt) {
      const { data, schema: limit } = cxt;
      // Counted in code points, and only where code units leave it open.
      cxt.fail(_`${data}.length > ${limit} && (${data}.length > ${2 * limit} || [...${data}].length > ${limit})`);
    },
  },
  {
    keyword: "minLength",
    type: "string",
    schemaType: "number",
    error: reports(({ schema }) => _`{limit: ${schema}}`),
    code(cxt) {
      const { data, schema: limit } = cxt;
      const few = _`${data}.length < ${limit}`;
      cxt.fail(limit <= 1 ? few : _`${few} || (${data}.length < ${2 * limit} && [...${data}].length < ${limit})`);
    },
  },
  {
    keyword: "pattern",
    type: "string",
    schemaType: "string",
    error: reports(({ schema }) => _`{pattern: ${schema}}`),
    code(cxt) {
      const { gen, data, schema: pattern } = cxt;
      const regExp = gen.scopeValue("pattern", {
        key: pattern,
        ref: new RegExp(pattern, "u"),
        code: _`new RegExp(${pattern}, "u")`,
      });
      const fails = _`!${regExp}.test(${data})`;
      const limit = patternLimit(pattern);
      // A longer text is left to the service: on it, a pattern that is tried in several ways takes too long.
      cxt.fail(limit < Infinity ? _`${data}.length <= ${limit} && ${fails}` : fails);
    },
  },
  {
    keyword: "format",
    type: "string",
    schemaType: "string",
    error: reports(({ schema }) => _`{format: ${schema}}`),
    code(cxt) {
      const name = FORMATS.get(cxt.schema);
      // Unchecked formats are annotations: int32, password, ...
      if (name === undefined) return;
      cxt.fail(_`!${runtimeFunction(cxt, name)}(${cxt.data})`);
    },
  },
  {
    keyword: "require",
    type: "object",
    schemaType: "array",
    error: reports(({ params }) => _`{rule: ${params.rule as Code}, arguments: ${params.names as Code}}`),
    code(cxt) {
      for (const requirement of cxt.schema as Requirement[]) failUnlessMet(cxt, requirement);
    },
  },
];

/** A function of the runtime, which `printValidator` imports: its name replaces Ajv's require of a package. */
function runtimeFunction({ gen }: KeywordCxt, name: string): Code {
  return gen.scopeValue("func", { key: name, ref: name, code: _`${stringify(name)}` });
}

/** Ajv requires a message, which is never used. */
function reports(params: (cxt: KeywordErrorCxt) => Code): KeywordErrorDefinition {
  return { message: "", params };
}

function failUnlessMet(cxt: KeywordCxt, requirement: Requirement): void {
  const [rule, names] = Object.entries(requirement)[0] as [keyof Requirement & string, readonly string[]];
  const hasOwn = cxt.gen.scopeValue("func", {
    ref: Object.prototype.hasOwnProperty,
    code: _`Object.prototype.hasOwnProperty`,
  });
  const given = names.map((name) => _`${hasOwn}.call(${cxt.data}, ${name})`);
  cxt.setParams({ rule: _`${rule}`, names: stringify(names) });
  const count = given.reduce((sum, each) => _`${sum} + ${each}`);
  if (rule === ("any" as string)) cxt.fail(_`!(${given.reduce((all, each) => _`${all} || ${each}`)})`);
  else cxt.fail(rule === ("one" as string) ? _`${count} !== 1` : _`${count} > 1`);
}
