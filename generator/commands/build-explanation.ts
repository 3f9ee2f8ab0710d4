import { findTouches, type ReadModel } from "../index.js";
import type { Position } from "../shared/problems.js";

type Action = ReadModel["model"]["actions"][number];

/** What shaped a tool. */
export interface Explanation {
  readonly pack: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly effect: string;
  readonly scope: string;
  readonly approval: boolean;
  readonly bind: string;
  readonly aliases: readonly string[];
  readonly operation: { readonly id: string; readonly method: string; readonly path: string; readonly at: Position };
  /** Absent for a tool that was derived from the document alone. */
  readonly override?: Position;
  readonly overlays: readonly { readonly at: Position; readonly pointers: readonly string[] }[];
  readonly arguments: readonly {
    readonly name: string;
    readonly required: boolean;
    /** `query:page`, `body:/text`; for a clause of the filter, the filter's place. */
    readonly places: readonly string[];
    readonly note?: string;
  }[];
  readonly sent: readonly { readonly place: string; readonly value: unknown }[];
  readonly hidden: readonly { readonly place: string; readonly reason: string }[];
  readonly rules: readonly unknown[];
}

/** Gathers what the model knows about where a tool comes from. */
export function buildExplanation(action: Action, { loaded, locate, model }: ReadModel): Explanation {
  const { name, title, description, group, effect, scope, approval, bind, aliases, operation, override } = action;
  return {
    pack: model.pack.name,
    name,
    title,
    description,
    group,
    effect,
    scope,
    approval,
    bind,
    aliases,
    operation: { id: operation.id, method: operation.method, path: operation.path, at: locate(operation.origin) },
    ...(override === undefined ? {} : { override: locate(override) }),
    overlays: findTouches(loaded, operation).map(({ file, action: pointer, changes }) => ({
      at: locate({ file, pointer, part: "value" }),
      pointers: changes.map((change) => change.pointer),
    })),
    arguments: action.arguments.map((argument) => explainArgument(argument, action)),
    sent: action.send,
    hidden: action.hide,
    rules: action.require,
  };
}

function explainArgument(argument: Action["arguments"][number], action: Action): Explanation["arguments"][number] {
  const { name, required, places, fill, wrap } = argument;
  const { filters } = action;
  const notes: string[] = [];
  const found = places.map(({ place }) => place);
  if (filters?.ids.includes(name) || filters?.clauses.includes(name)) {
    found.push(filters.at.place);
    notes.push("a clause of the filter");
  } else if (filters?.raw === name) {
    if (!found.includes(filters.at.place)) found.push(filters.at.place);
    notes.push("a whole filter");
  }
  if (wrap !== undefined) notes.push(`each id sent as {"${wrap}": id}`);
  if (fill !== undefined) {
    notes.push(
      "from" in fill ? `when absent, the value of ${fill.from}` : `when absent, ${JSON.stringify(fill.value)}`,
    );
  }
  return { name, required, places: found, ...(notes.length === 0 ? {} : { note: notes.join("; ") }) };
}
