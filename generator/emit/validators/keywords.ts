import { _, type Code, not, or, stringify } from "ajv/dist/compile/codegen/index.js";
import { useFunc } from "ajv/dist/compile/util.js";
import type { CodeKeywordDefinition, KeywordCxt, KeywordErrorDefinition } from "ajv/dist/core.js";
import type { KeywordErrorCxt } from "ajv/dist/types/index.js";
import { isOwnProperty } from "ajv/dist/vocabularies/code.js";
import type { Requirement } from "../../load/overrides.js";
import { FORMATS } from "../../shared/keywords.js";
import { ajvParts } from "./load-ajv.js";

type Keyword = CodeKeywordDefinition & { readonly keyword: string };

/**
 * Keywords written anew because Ajv's own code for them carries a copy of the whole schema (enum) or needs a package
 * (lengths, formats), and `require`, which is ours.
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
          : _`${values}.some((value) => ${useFunc(gen, ajvParts.equal)}(value, ${data}))`,
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
    keyword: "format",
    type: "string",
    schemaType: "string",
    error: reports(({ schema }) => _`{format: ${schema}}`),
    code(cxt) {
      const name = FORMATS.get(cxt.schema);
      // A format that nobody checks is a note for readers: int32, password, ...
      if (name === undefined) return;
      const check = cxt.gen.scopeValue("func", { key: name, ref: name, code: _`${stringify(name)}` });
      cxt.fail(_`!${check}(${cxt.data})`);
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

/** Ajv asks for a message, which is never printed. */
function reports(params: (cxt: KeywordErrorCxt) => Code): KeywordErrorDefinition {
  return { message: "", params };
}

function failUnlessMet(cxt: KeywordCxt, requirement: Requirement): void {
  const [rule, names] = Object.entries(requirement)[0] as [keyof Requirement & string, readonly string[]];
  const given = names.map((name) => isOwnProperty(cxt.gen, cxt.data, name));
  cxt.setParams({ rule: _`${rule}`, names: stringify(names) });
  const count = given.map((each) => _`${each}`).reduce((sum, each) => _`${sum} + ${each}`);
  if (rule === ("any" as string)) cxt.fail(not(or(...given)));
  else cxt.fail(rule === ("one" as string) ? _`${count} !== 1` : _`${count} > 1`);
}
