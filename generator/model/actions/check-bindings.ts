import { suggestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import type { Action, Bindings } from "../types.js";

/** Checks that every action can be bound in the way that it declares. */
export function checkBindings(
  { loaded, reporter }: ModelContext,
  bindings: Bindings,
  actions: readonly Action[],
): void {
  const { ownership, entity, ids } = bindings;
  const read = actions.find((action) => action.name === ownership?.read);
  const error = (pointer: string, message: string, fix: string): void =>
    reporter.overrides({ code: "bad-binding", pointer, message, fix });

  if (ownership !== undefined && (read === undefined || read.effect !== "read")) {
    const reading = actions.filter((action) => action.effect === "read").map((action) => action.name);
    error(
      "/pack/bindings/ownership/read",
      `Unknown action "${ownership.read}", or its effect is not \`read\`.`,
      suggestName(ownership.read, reading, "add the action"),
    );
  }
  for (const [part, names] of [
    ["ownership", Object.keys(ownership?.ids ?? {})],
    ["entity", Object.keys(entity?.values ?? {})],
  ] as const)
    for (const name of names)
      if (!ids.includes(name))
        error(
          joinPointer("/pack/bindings", part, part === "entity" ? "values" : "ids", name),
          `"${name}" is missing from the ids that a host may bind.`,
          suggestName(name, ids, "add it to `pack.bindings.ids`"),
        );

  const byName = new Map(actions.map((action) => [action.name, action]));
  (loaded.overrides.actions ?? []).forEach((override, index) => {
    const action = byName.get(override.name);
    if (action === undefined) return;
    const wrong = findWrong(action, bindings, read);
    if (wrong !== undefined)
      error(joinPointer("/actions", `${index}`, "bind"), `${action.name}: ${wrong}`, "Fix `bind`, or the arguments.");
  });
}

function findWrong(action: Action, { ids, entity, ownership }: Bindings, read: Action | undefined): string | undefined {
  const takes = new Set(action.arguments.map((argument) => argument.name));
  switch (action.bind) {
    case "none":
      return undefined;
    case "argument":
      if (ids.some((id) => takes.has(id)) || (entity && takes.has(entity.type) && takes.has(entity.id)))
        return undefined;
      return "It is bound by argument, but has none of the ids of `pack.bindings` as an argument.";
    case "filter":
      return action.filters === undefined ? "It is bound by filter, but has no `filters`." : undefined;
    case "ownership": {
      if (ownership === undefined) return "It is bound by ownership, but `ownership` is missing from `pack.bindings`.";
      const key = read?.arguments.find((argument) => argument.required)?.name;
      if (read === undefined || (key !== undefined && takes.has(key))) return undefined;
      return `It is bound by ownership, but lacks the required argument of "${read.name}".`;
    }
  }
}
