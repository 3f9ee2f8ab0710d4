import type { Validate } from "../../../runtime/types.js";

/** The precompiled validator of a tool, whatever it is called. */
export async function importValidator(name: string): Promise<Validate> {
  const url = new URL(`../../../generated/mem0/validators/${name}.js`, import.meta.url);
  const module: Readonly<Record<string, Validate>> = await import(url.href);
  const [validate] = Object.values(module);
  if (validate === undefined) throw new Error(`${url.pathname} exports nothing`);
  return validate;
}
