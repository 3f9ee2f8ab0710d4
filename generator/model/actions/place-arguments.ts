import type { ActionOverride, ArgumentOverride } from "../../load/overrides.js";
import { asObject, ownValue } from "../../shared/json.js";
import { cleanArgumentName } from "../clean-argument-name.js";
import type { Input, Operation } from "../operations/types.js";
import type { ActionReport } from "./create-action-report.js";
import { argumentOf, readPlaces } from "./read-places.js";

/** An argument whose places are known, before its schema is built. */
export interface PlacedArgument {
  readonly name: string;
  readonly places: readonly Input[];
  /** Provides the schema if no override does: the first place, or the filter's place for a raw filter. */
  readonly like: Input | undefined;
  readonly override: ArgumentOverride;
  /** The key under `arguments`, if the overrides have one. */
  readonly key: string | undefined;
}

/** Decides which argument of an action goes to which places, in the order of the overrides, then of the document. */
export function placeArguments(
  action: ActionOverride,
  operation: Operation,
  report: ActionReport,
): readonly PlacedArgument[] {
  const { declared, chosen, free } = readPlaces(action, operation, report);
  const overrides = Object.entries(action.arguments ?? {});
  const { filters } = action;
  const raw = filters?.raw;
  const filterNames = new Set([...(filters?.ids ?? []), ...(filters?.clauses ?? []), ...(raw ? [raw] : [])]);
  const sources = new Set(overrides.map(([, override]) => fillSource(override)));
  const known = new Set([...operation.inputs.map(argumentOf), ...filterNames]);

  const placed = new Map<string, PlacedArgument>();
  const add = (name: string, key: string | undefined, places: readonly Input[], override: ArgumentOverride): void => {
    const like = places.find((input) => declared.has(input.place)) ?? places[0];
    const whole = name === raw && filters ? declared.get(filters.at) : undefined;
    placed.set(name, { name, key, places, like: like ?? whole, override });
  };
  const useFree = (name: string, path: readonly string[]): readonly Input[] => {
    const same = free.get(name) ?? [];
    free.delete(name);
    if (same.length > 1) reportAmbiguous(report, path, name, same);
    return same;
  };

  for (const [key, override] of overrides) {
    const name = cleanArgumentName(key);
    const places = chosen.get(key) ?? useFree(name, ["arguments", key]);
    const fed = filterNames.has(name) || (sources.has(name) && override.schema !== undefined);
    if (override.at !== undefined || places.length > 0 || fed) add(name, key, places, override);
    else reportUnplaced(report, key, override, known);
  }
  for (const name of filterNames) {
    if (placed.has(name)) continue;
    const same = useFree(name, ["filters"]);
    if (same.length === 0 && filters?.clauses?.includes(name))
      report.unknown(
        { code: "unknown-argument", kind: "argument", name },
        ["filters", "clauses"],
        known,
        "add it under `arguments` with a schema",
      );
    else add(name, undefined, same, {});
  }
  for (const [name, same] of free) {
    const before = placed.get(name);
    const all = [...(before?.places ?? []), ...same];
    if (before !== undefined || all.length > 1) reportAmbiguous(report, ["operation"], name, all);
    // Continue as if it were valid, to avoid follow-up errors.
    add(name, before?.key, all, before?.override ?? {});
  }
  return [...placed.values()];
}

function fillSource({ fill }: ArgumentOverride): string | undefined {
  const from = ownValue(asObject(fill), "from");
  return typeof from === "string" ? from : undefined;
}

function reportUnplaced(
  report: ActionReport,
  key: string,
  override: ArgumentOverride,
  known: ReadonlySet<string>,
): void {
  const path = ["arguments", key];
  if (known.has(cleanArgumentName(key)))
    report.error(
      "argument-taken",
      path,
      `"${key}" is not an argument: its place is hidden, sent as a constant or filled by another argument.`,
      "Remove this entry, or the one that uses the place.",
    );
  else if (override.schema !== undefined)
    report.error("unused-argument", path, `"${key}" is not sent anywhere.`, "Add a place under `at`.");
  else
    report.unknown({ code: "unknown-argument", kind: "argument", name: key }, path, known, "add its place under `at`");
}

function reportAmbiguous(report: ActionReport, path: readonly string[], name: string, inputs: readonly Input[]): void {
  const found = [...new Set(inputs.map((input) => input.place))].join(" and ");
  report.error(
    "ambiguous-argument",
    path,
    `"${name}" is declared at ${found}.`,
    "Add an argument with `at` for each, or hide all but one under `hide`.",
  );
}
