import type { ActionOverride } from "../../load/overrides.js";
import { ownEntry } from "../../shared/json.js";
import type { ModelContext } from "../context.js";
import type { Action } from "../types.js";
import { type ActionReport, createActionReport } from "./create-action-report.js";

/** Joins each asynchronous action with the one that asks for its state. */
export function joinEvents(context: ModelContext, actions: readonly Action[]): readonly Action[] {
  const overrides = context.loaded.overrides.actions ?? [];
  const byName = new Map(actions.map((action) => [action.name, action]));
  return actions.map((action) => {
    const position = overrides.findIndex((override) => override.name === action.name);
    const override = overrides[position];
    if (override?.event === undefined) return action;
    const report = createActionReport(context.reporter, override, position);
    return { ...action, event: joinEvent(context, override.event, byName, report) };
  });
}

function joinEvent(
  { loaded }: ModelContext,
  event: NonNullable<ActionOverride["event"]>,
  byName: ReadonlyMap<string, Action>,
  report: ActionReport,
): Action["event"] {
  const path = ["event", "poll"];
  const poll = byName.get(event.poll);
  if (poll === undefined) {
    // An action that could not be built has said so itself.
    if (!(loaded.overrides.actions ?? []).some((action) => action.name === event.poll))
      report.unknown({ code: "unknown-action", kind: "action", name: event.poll }, path, byName.keys(), "add it");
    return undefined;
  }
  const required = poll.arguments.filter((argument) => argument.required);
  const argument = required[0];
  if (poll.effect !== "read" || required.length !== 1 || argument === undefined) {
    report.error(
      "event-poll",
      path,
      `"${event.poll}" cannot be asked for the state: it must read, and require the id and nothing else.`,
      "Name an action with the effect `read` and one required argument.",
    );
    return undefined;
  }
  const states = ownEntry(loaded.overrides.pack?.polls, event.poll);
  if (states === undefined) {
    report.error(
      "event-poll",
      path,
      `\`pack.polls\` does not say what the states of "${event.poll}" mean.`,
      `Add "${event.poll}" under \`pack.polls\` with status, pending and failed.`,
    );
    return undefined;
  }
  return { id: event.id, poll: event.poll, argument: argument.name, ...states };
}
