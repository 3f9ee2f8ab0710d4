import { nearestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import { snakeName } from "../snake-name.js";
import type { Action } from "../types.js";

const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

/** Names of the overrides: well formed, within the budget, and each said once. */
export function checkNames({ loaded, reporter }: ModelContext, actions: readonly Action[]): void {
  const overrides = loaded.overrides;
  const { namePrefix = "", nameBudget = { max: 64, reserve: "" } } = overrides.pack ?? {};
  const limit = nameBudget.max - nameBudget.reserve.length - namePrefix.length;
  const owners = new Map<string, string>();
  const claim = (name: string, owner: string, pointer: string): void => {
    const before = owners.get(name);
    if (before !== undefined)
      reporter.overrides({
        code: "duplicate-name",
        pointer,
        message: `The name "${name}" is already ${before}.`,
        fix: "Give one of the two another name.",
      });
    owners.set(name, owner);
  };

  (overrides.actions ?? []).forEach((action, index) => {
    const at = (...path: string[]): string => joinPointer("/actions", `${index}`, ...path);
    claim(action.name, `the name of the action for ${action.operation}`, at("name"));
    for (const [key, value] of [
      ["name", action.name],
      ["group", action.group],
    ] as const)
      if (!NAME.test(value))
        reporter.overrides({
          code: "bad-name",
          pointer: at(key),
          message: `The ${key} "${value}" is not snake_case: a-z, 0-9 and single underscores, a letter first.`,
          fix: `Write "${snakeName(value) || "a_name"}".`,
        });
    if (action.name.length > limit)
      reporter.overrides({
        code: "name-too-long",
        pointer: at("name"),
        message: `The name "${action.name}" has ${action.name.length} characters, and ${limit} are left of ${nameBudget.max} after prefix and reserve.`,
        fix: `Shorten it to ${limit} characters.`,
      });
  });
  (overrides.actions ?? []).forEach((action, index) => {
    (action.aliases ?? []).forEach((alias, position) => {
      claim(alias, `an alias of "${action.name}"`, joinPointer("/actions", `${index}`, "aliases", `${position}`));
    });
  });
  checkGroups(overrides.pack?.groups ?? {}, actions, reporter);
}

function checkGroups(
  groups: Readonly<Record<string, string>>,
  actions: readonly Action[],
  reporter: ModelContext["reporter"],
): void {
  const known = new Set(actions.map((action) => action.group));
  for (const group of Object.keys(groups)) {
    if (known.has(group)) continue;
    const near = nearestName(group, known);
    reporter.overrides({
      code: "unknown-group",
      pointer: joinPointer("/pack/groups", group),
      message: `No tool is in the group "${group}".`,
      fix: near === undefined ? "Remove this entry." : `Write "${near}", or remove this entry.`,
    });
  }
}
