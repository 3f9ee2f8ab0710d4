import { nearestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import { snakeName } from "../snake-name.js";
import type { Action } from "../types.js";

const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

/** Checks the names of the overrides: each is well formed, within the budget, and used once. */
export function checkNames(context: ModelContext, actions: readonly Action[]): void {
  checkDuplicates(context);
  checkForm(context);
  checkGroups(context, actions);
}

/** Names come before aliases, so that the alias is reported if they are equal. */
function checkDuplicates({ loaded, reporter }: ModelContext): void {
  const uses = (loaded.overrides.actions ?? []).map(({ name, aliases = [] }, index) => ({
    action: `\`actions.${index}\` ("${name}")`,
    base: joinPointer("/actions", `${index}`),
    name,
    aliases,
  }));
  const first = new Map<string, string>();
  const claim = (name: string, owner: string, pointer: string): void => {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, owner);
    else
      reporter.overrides({
        code: "duplicate-name",
        pointer,
        message: `The name "${name}" is already used as ${earlier}.`,
        fix: "Rename one of the two.",
      });
  };
  for (const { name, action, base } of uses) claim(name, `the name of ${action}`, joinPointer(base, "name"));
  for (const { aliases, action, base } of uses)
    aliases.forEach((alias, index) => {
      claim(alias, `an alias of ${action}`, joinPointer(base, "aliases", `${index}`));
    });
}

function checkForm({ loaded, reporter }: ModelContext): void {
  const { actions = [], pack = {} } = loaded.overrides;
  const { namePrefix = "", nameBudget = { max: 64, reserve: "" } } = pack;
  const limit = nameBudget.max - nameBudget.reserve.length - namePrefix.length;
  actions.forEach((action, index) => {
    const at = (key: string): string => joinPointer("/actions", `${index}`, key);
    for (const key of ["name", "group"] as const)
      if (!NAME.test(action[key]))
        reporter.overrides({
          code: "bad-name",
          pointer: at(key),
          message: `The ${key} "${action[key]}" is not snake_case: a letter first, then a-z, 0-9 and single underscores.`,
          fix: `Write "${snakeName(action[key]) || "a_name"}".`,
        });
    if (action.name.length > limit)
      reporter.overrides({
        code: "name-too-long",
        pointer: at("name"),
        message: `The name "${action.name}" has ${action.name.length} characters; at most ${limit} of ${nameBudget.max} are available after prefix and reserve.`,
        fix: `Shorten it to ${limit} characters.`,
      });
  });
}

function checkGroups({ loaded, reporter }: ModelContext, actions: readonly Action[]): void {
  const known = new Set(actions.map((action) => action.group));
  for (const group of Object.keys(loaded.overrides.pack?.groups ?? {})) {
    if (known.has(group)) continue;
    const near = nearestName(group, known);
    reporter.overrides({
      code: "unknown-group",
      pointer: joinPointer("/pack/groups", group),
      message: `The group "${group}" has no tools.`,
      fix: near === undefined ? "Remove this entry." : `Write "${near}", or remove this entry.`,
    });
  }
}
