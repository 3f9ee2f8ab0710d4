import { type ImportSymbol, importValue } from "../../shared/import-symbol.js";
import type { Json, JsonObject } from "../../shared/json.js";
import { buildImports, printSource } from "../print/source.js";
import { escapeHidden, printString } from "../print/string.js";
import { rememberShared } from "./remember-shared.js";
import { simplifyCode } from "./simplify-code.js";

/**
 * Ajv's output as one of the pack's modules: no package, names that depend on this schema alone (Ajv counts through a
 * run), and none of the parts that only describe the schema or serve keywords that change data. Edits are made on the
 * code with its strings taken out, so that text of a document is never touched.
 */
export function printValidator(
  code: string,
  { name, path, large }: { readonly name: string; readonly path: string; readonly large: boolean },
): string {
  const strings: string[] = [];
  const skeleton = simplifyCode(
    code.replace(/"(?:[^"\\]|\\.)*"/g, (text) => `\0${strings.push(text) - 1}\0`),
    large,
  );
  const root = /^export default (\w+);$/m.exec(skeleton)?.[1];
  if (root === undefined) throw new Error("Ajv's output has no default export");
  const read = (text: string): string => text.replace(/\0(\d+)\0/g, (_, index: string) => strings[Number(index)] ?? "");

  // Ajv looks unknown keys up in a copy of the whole schema; their names are enough.
  const sets: string[] = [];
  const closed = skeleton.replace(
    /func\d+\.call\((schema\d+)((?:\.[A-Za-z_$][\w$]*|\[\0\d+\0\])*), (key\d+)\)/g,
    (_, schema: string, path: string, key: string) => {
      const text = new RegExp(`^const ${schema} = (.*);$`, "m").exec(skeleton)?.[1] ?? "null";
      const set = `new Set(${JSON.stringify(Object.keys(readPath(JSON.parse(read(text)) as Json, read(path))))})`;
      if (!sets.includes(set)) sets.push(set);
      return `names${sets.indexOf(set)}.has(${key})`;
    },
  );

  const symbols: ImportSymbol[] = / fail\(/.test(skeleton) ? [importValue("fail", "runtime/validation/fail.js")] : [];
  const renames = new Map([[root, name]]);
  const lines = closed
    .replace(/schemaPath:\0\d+\0,/g, "")
    .replace(/\{instancePath=(\0\d+\0), parentData, parentDataProperty, rootData=data\}=\{\}/g, "{instancePath=$1}={}")
    .replace(/,parentData(?::\w+)?,parentDataProperty(?::(?:\0\d+\0|\w+))?,rootData\}/g, "}")
    .split("\n")
    .filter((line, index, all) => {
      const [, constant = "", text = ""] =
        /^const (func\d+) = (?:require\()?(\0\d+\0)\)?(?:\.default)?;$/.exec(line) ?? [];
      const source = text === "" ? "" : (JSON.parse(read(text)) as string);
      if (source !== "") {
        const helper = source.startsWith("ajv/dist/runtime/") ? source.slice(17) : source;
        symbols.push(importValue(helper, `runtime/validation/${helper === "equal" ? helper : "formats"}.js`));
        renames.set(constant, helper);
        return false;
      }
      const idle = line === "" || (line === "break;" && all[index - 1]?.startsWith("return "));
      return !idle && !/^export |^\0\d+\0;$/.test(line);
    });

  const used = dropUnused(lines);
  const counts = new Map<string, number>();
  const named = used
    .join("\n")
    .replace(/(?<![\w$.\0])(validate|schema|func|wrapper|root|pattern|default)\d+\b/g, (found, prefix: string) => {
      const known = renames.get(found);
      if (known !== undefined) return known;
      const count = counts.get(prefix) ?? 0;
      counts.set(prefix, count + 1);
      renames.set(found, `${prefix}${count}`);
      return `${prefix}${count}`;
    });
  const names = sets.map((set, index) => `const names${index} = ${set};\n`).join("");
  const functions = rememberShared(indent(named), name);
  if (functions.includes(" remember("))
    symbols.push(...["forget", "remember"].map((each) => importValue(each, "runtime/validation/remember.js")));
  const imports = buildImports(path, symbols)
    .map((each) => `import { ${each.names.join(", ")} } from ${printString(each.from)};\n`)
    .join("");
  const body = escapeHidden(`${names}${read(functions)}\n\nexport { ${name} };`);
  return printSource(imports === "" ? body : `${imports}\n${body}`);
}

/** The part of a schema at a path as Ajv writes it: `.properties["a b"]`. */
function readPath(schema: Json, path: string): JsonObject {
  let value = schema as JsonObject;
  for (const [, plain, quoted] of path.matchAll(/\.([\w$]+)|\[("(?:[^"\\]|\\.)*")\]/g)) {
    value = value[plain ?? (JSON.parse(quoted ?? '""') as string)] as JsonObject;
  }
  return value;
}

/** Removes unused constants, mainly copies of the schema. */
function dropUnused(lines: readonly string[]): readonly string[] {
  const words = lines.map((line) => line.match(/[A-Za-z_$][\w$]*/g) ?? []);
  const mentions = new Map<string, number>();
  for (const word of words.flat()) mentions.set(word, (mentions.get(word) ?? 0) + 1);
  const kept = lines.map(() => true);
  // From the end: a constant mentions only those before it, so that one that goes takes its mentions with it.
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const constant = /^const (\w+) = /.exec(lines[index] ?? "")?.[1];
    if (constant === undefined || mentions.get(constant) !== 1) continue;
    kept[index] = false;
    for (const word of words[index] ?? []) mentions.set(word, (mentions.get(word) ?? 0) - 1);
  }
  return lines.filter((_, index) => kept[index]);
}

function indent(code: string): string {
  let depth = 0;
  return code
    .split("\n")
    .map((line) => {
      const opened = line.split("{").length - line.split("}").length;
      const level = depth + (line.startsWith("}") ? -1 : 0);
      depth += opened;
      return `${"  ".repeat(Math.max(level, 0))}${line}`;
    })
    .join("\n");
}
