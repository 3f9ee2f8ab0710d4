import type { ActionOverride, ArgumentOverride, Place } from "../../load/overrides.js";
import type { Input, Operation } from "../types.js";
import { cleanArgumentName } from "./clean-argument-name.js";
import type { ActionReport } from "./create-action-report.js";
import { newPlace } from "./new-place.js";
import type { PlacedArgument } from "./placed-argument.js";

/** Decides which argument of an action goes to which places, in the order of the overrides, then of the document. */
export function placeArguments(
  action: ActionOverride,
  operation: Operation,
  report: ActionReport,
): readonly PlacedArgument[] {
  const places = new Map(operation.inputs.map((input) => [input.place, input]));
  const overrides = Object.entries(action.arguments ?? {});
  const filters = action.filters;
  const filterNames = new Set([
    ...(filters?.ids ?? []),
    ...(filters?.clauses ?? []),
    ...(filters?.raw ? [filters.raw] : []),
  ]);
  const sources = new Set(overrides.flatMap(([, override]) => fillSource(override)));

  const taken = readTaken(action, places, report);
  /** Place -> the argument that is sent there. */
  const owners = new Map<string, string>();
  for (const [name, override] of overrides)
    for (const place of override.at ?? []) {
      const owner = owners.get(place) ?? taken.get(place);
      if (owner !== undefined)
        report.error(
          "place-twice",
          ["arguments", name, "at"],
          `The place "${place}" is filled twice, by "${name}" and by ${owner}.`,
          "Leave one of the two out.",
        );
      owners.set(place, `"${name}"`);
    }
  const free = operation.inputs.filter((input) => !taken.has(input.place) && !owners.has(input.place));
  const freeByName = groupByArgument(free);
  const knownNames = new Set([
    ...operation.inputs.map((input) => cleanArgumentName(input.name || "body")),
    ...filterNames,
  ]);

  const placed = new Map<string, PlacedArgument>();
  const add = (name: string, key: string | undefined, inputs: readonly Input[], override: ArgumentOverride): void => {
    const like = inputs.find((input) => places.has(input.place)) ?? inputs[0];
    const whole = name === filters?.raw ? places.get(filters.at) : undefined;
    placed.set(name, { name, key, places: inputs, like: like ?? whole, override });
  };

  for (const [key, override] of overrides) {
    const name = cleanArgumentName(key);
    const same = freeByName.get(name) ?? [];
    if (override.at !== undefined) {
      add(name, key, readPlaces(key, override, override.at), override);
      continue;
    }
    freeByName.delete(name);
    if (same.length > 1) reportAmbiguous(report, ["arguments", key], name, same);
    if (same.length > 0 || filterNames.has(name) || (sources.has(name) && override.schema))
      add(name, key, same, override);
    else if (knownNames.has(name))
      report.error(
        "argument-taken",
        ["arguments", key],
        `"${key}" is no argument: its place is hidden, sent as a constant or filled by another argument.`,
        "Remove this entry, or the one that takes the place.",
      );
    else if (override.schema !== undefined)
      report.error("unused-argument", ["arguments", key], `"${key}" is sent nowhere.`, "Give it a place by `at`.");
    else
      report.unknown(
        { code: "unknown-argument", kind: "argument", name: key },
        ["arguments", key],
        knownNames,
        "give a place by `at`",
      );
  }
  for (const name of filterNames)
    if (!placed.has(name)) {
      const same = freeByName.get(name) ?? [];
      freeByName.delete(name);
      if (same.length > 1) reportAmbiguous(report, ["filters"], name, same);
      if (same.length === 0 && filters?.clauses?.includes(name))
        report.unknown(
          { code: "unknown-argument", kind: "argument", name },
          ["filters", "clauses"],
          knownNames,
          "give it a schema under `arguments`",
        );
      else add(name, undefined, same, {});
    }
  for (const [name, same] of freeByName) {
    const before = placed.get(name);
    const all = [...(before?.places ?? []), ...same];
    if (before !== undefined || all.length > 1) reportAmbiguous(report, ["operation"], name, all);
    // What has been reported goes on as if it were right, so that nothing is reported because of it.
    add(name, before?.key, all, before?.override ?? {});
  }
  return [...placed.values()];

  function readPlaces(name: string, override: ArgumentOverride, at: readonly Place[]): Input[] {
    return at.flatMap((place) => {
      const input = places.get(place) ?? (override.schema === undefined ? undefined : newPlace(place, operation));
      if (input !== undefined) return [input];
      report.unknown(
        { code: "unknown-place", kind: `place in ${operation.id}`, name: place },
        ["arguments", name, "at"],
        places.keys(),
        "give the argument a `schema`, so that the place is added",
      );
      return [];
    });
  }
}

/** Places that no argument may take, and what takes them. */
function readTaken(
  action: ActionOverride,
  places: ReadonlyMap<string, Input>,
  report: ActionReport,
): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  const check = (place: string, path: readonly string[], by: string): void => {
    taken.set(place, by);
    if (!places.has(place))
      report.unknown({ code: "unknown-place", kind: "place", name: place }, path, places.keys(), "remove this entry");
  };
  for (const place of Object.keys(action.hide ?? {})) check(place, ["hide", place], "`hide`");
  for (const place of Object.keys(action.send ?? {})) check(place, ["send", place], "`send`");
  if (action.filters) check(action.filters.at, ["filters", "at"], "`filters`");
  return taken;
}

function groupByArgument(inputs: readonly Input[]): Map<string, Input[]> {
  const groups = new Map<string, Input[]>();
  for (const input of inputs) {
    const name = cleanArgumentName(input.name || "body");
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [input]);
    else group.push(input);
  }
  return groups;
}

function fillSource({ fill }: ArgumentOverride): readonly string[] {
  const from = typeof fill === "object" && fill !== null && "from" in fill ? fill.from : undefined;
  return typeof from === "string" ? [from] : [];
}

function reportAmbiguous(report: ActionReport, path: readonly string[], name: string, inputs: readonly Input[]): void {
  const found = [...new Set(inputs.map((input) => input.place))].join(" and ");
  report.error(
    "ambiguous-argument",
    path,
    `"${name}" stands at ${found}.`,
    `Give an argument for each \`at\`, or hide all but one under \`hide\`.`,
  );
}
