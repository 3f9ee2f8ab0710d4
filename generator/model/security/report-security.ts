import { asObject } from "../../shared/json.js";
import type { ModelContext } from "../context.js";
import type { Action } from "../types.js";
import type { SecurityNote } from "./create-security.js";

/** One problem for each fault, with the tools' operations that it concerns; those of hidden operations are left out. */
export function reportSecurity(context: ModelContext, actions: readonly Action[]): void {
  const { reporter, security } = context;
  const used = new Set(actions.map(({ operation }) => operation.id));
  const silent = security.silent.filter((id) => used.has(id));
  const groups = new Map<string, { readonly note: SecurityNote; readonly own: Set<string>; shared: number }>();
  for (const note of security.notes) {
    // Shared by every fault of the document's own `security`, and never copied for each.
    const isShared = note.operations === security.silent;
    const concerned = isShared ? silent : note.operations.filter((id) => used.has(id));
    if (concerned.length === 0) continue;
    const key = JSON.stringify([note.code, note.message]);
    const group = groups.get(key) ?? { note, own: new Set(), shared: 0 };
    if (isShared) group.shared = silent.length;
    else for (const id of concerned) group.own.add(id);
    groups.set(key, group);
  }
  for (const { note, own, shared } of groups.values()) {
    const [first = silent[0]] = own;
    const others = own.size + shared - 1;
    reporter.spec({
      code: note.code,
      severity: "warning",
      pointer: note.pointer,
      message: `${note.message}: ${first}${others > 0 ? ` and ${others} more` : ""}.`,
      fix: note.fix,
    });
  }
  reportForgotten(context, actions);
}

/** Schemes without a `security` that asks for them: by the standard no request carries a key, which is rarely meant. */
function reportForgotten({ document, reporter, security }: ModelContext, actions: readonly Action[]): void {
  const [name] = Object.keys(asObject(asObject(document.components)?.securitySchemes) ?? {});
  if (name === undefined || actions.length === 0 || document.security !== undefined || security.asked) return;
  if (security.auth.length > 0) return;
  reporter.spec({
    code: "security-missing",
    severity: "warning",
    pointer: "/components/securitySchemes",
    message: `The document defines the security scheme "${name}", but no \`security\` asks for it, so requests carry no key.`,
    fix: `Add \`security: [{ "${name}": [] }]\` to the document, or \`auth: { scheme: "${name}" }\` to \`pack\` in the overrides.`,
  });
}
