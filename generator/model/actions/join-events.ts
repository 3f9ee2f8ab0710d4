import type { ActionOverride } from "../../load/overrides.js";
import { ownEntry } from "../../shared/json.js";
import type { ModelContext } from "../context.js";
import type { Action } from "../types.js";
import { type ActionReport, createActionReport } from "./create-action-report.js";

/** Adds to each asynchronous action how its state is read. */
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
    // An action that could not be built has been reported already.
    if (!(loaded.overrides.actions ?? []).some((action) => action.name === event.poll))
      report.unknown(
        { code: "unknown-action", kind: "action", name: event.poll },
        path,
        byName.keys(),
        "add the action",
      );
    return undefined;
  }
  const required = poll.arguments.filter((argument) => argument.required);
  const argument = required[0];
  if (poll.effect !== "read" || required.length !== 1 || argument === undefined) {
    report.error(
      "event-poll",
      path,
      `"${event.poll}" cannot return the state: it must be a \`read\` action that requires the id and nothing else.`,
      "Use an action with the effect `read` and one required argument.",
    );
    return undefined;
  }
  const states = ownEntry(loaded.overrides.pack?.polls, event.poll);
  if (states === undefined) {
    report.error(
      "event-poll",
      path,
      `"${event.poll}" is missing from \`pack.polls\`, which says what its states mean.`,
      `Add "${event.poll}" under \`pack.polls\` with status, pending and failed.`,
    );
    return undefined;
  }
  return { id: event.id, poll: event.poll, argument: argument.name, ...states };
}
