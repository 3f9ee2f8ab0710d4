/**
 * Ajv's code without checks that are always true for JSON, which has no `undefined` and no Infinity. The strings of the
 * code are taken out, so that text of a document is never touched.
 *
 * @param large - an integer may also be a bigint
 */
export function simplifyCode(skeleton: string, large: boolean): string {
  const simple = skeleton
    // Whether a property is there, asked twice: that it is the object's own says it.
    .replace(/\bdata\d*(?:\.[\w$]+|\[\0\d+\0\]) !== undefined && (?=func\d+\.call\()/g, "")
    .replace(/\(data\d*(?:\.[\w$]+|\[\0\d+\0\]) === undefined\) \|\| (?=\(!\(func\d+\.call\()/g, "")
    // An integer that a number holds exactly: another one has been rounded before it came here.
    .replace(
      /\(\(?typeof (data\d*) == \0\d+\0\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)\)? && \(isFinite\(\1\)\)/g,
      large ? '(typeof $1 == "bigint" || Number.isSafeInteger($1))' : "Number.isSafeInteger($1)",
    )
    // The same few lines for each check.
    .replace(
      /^(\w+)\.errors = \[\{instancePath(?::(.+?))?,(?:schemaPath:\0\d+\0,)?keyword:(\0\d+\0),params:(.*)\}\];\nreturn false;$/gm,
      (_, name: string, place = "instancePath", keyword: string, params: string) =>
        `return fail(${name}, ${place}, ${keyword}, ${params});`,
    );
  // Only a union counts errors; everywhere else the first one is returned at once.
  return /(?<![.\w])errors(?:\+\+| = (?!0;))/.test(simple) ? simple : dropCount(simple);
}

/** The code of a schema without unions: no error is ever counted, so that what follows a check always runs. */
function dropCount(code: string): string {
  return code
    .replace(/^let (?:errors = 0|vErrors = null);$/gm, "")
    .replace(/^const _errs\d+ = errors;$/gm, "")
    .replace(/^if\((?:errors === (?:0|_errs\d+)|_errs\d+ === errors)\)/gm, "")
    .replace(/^var (valid\d+) = _errs\d+ === errors;/gm, "var $1 = true;")
    .replace(/^var (valid\d+) = true;\nif\(!\1\)\{\nbreak;\n\}$/gm, "")
    .replace(/^var (valid\d+) = true;\n\}\nelse \{\nvar \1 = true;\n\}\n(?:if\(\1\))?/gm, "}\n")
    .replace(/\.errors = vErrors;/g, ".errors = null;")
    .replace(/return errors === 0;/g, "return true;");
}
