import type { ActionOverride, ArgumentOverride, Place } from "../../load/overrides.js";
import { splitPointer } from "../../shared/pointer.js";
import { cleanArgumentName } from "../clean-argument-name.js";
import type { Input, Operation } from "../operations/types.js";
import type { ActionReport } from "./create-action-report.js";

/** The places of an operation as an action uses them. */
export interface Places {
  /** What the document declares, by place. */
  readonly declared: ReadonlyMap<string, Input>;
  /** The places that an argument names by `at`, by its key under `arguments`. */
  readonly chosen: ReadonlyMap<string, readonly Input[]>;
  /** Places that nothing uses yet, by argument name; an argument that uses some removes them. */
  readonly free: Map<string, readonly Input[]>;
}

/** Reads which places the action hides, fills or gives to an argument, and reports those that are unknown or used twice. */
export function readPlaces(action: ActionOverride, operation: Operation, report: ActionReport): Places {
  const keys = operation.keys.map(({ input }) => input);
  const declared = new Map([...operation.inputs, ...keys].map((input) => [input.place, input]));
  const taken = readTaken(action, declared, report);
  const chosen = new Map<string, readonly Input[]>();
  for (const [key, override] of Object.entries(action.arguments ?? {})) {
    if (override.at === undefined) continue;
    for (const place of override.at) {
      const owner = taken.get(place);
      if (owner !== undefined)
        report.error(
          "place-twice",
          ["arguments", key, "at"],
          `The place "${place}" is filled twice: by "${key}" and by ${owner}.`,
          "Remove one of the two.",
        );
      taken.set(place, `"${key}"`);
    }
    chosen.set(key, readChosen(key, override, declared, operation, report));
  }
  const free = operation.inputs.filter((input) => !taken.has(input.place));
  return { declared, chosen, free: groupByArgument(free) };
}

/** The argument name for a place: its wire name, cleaned; `body` for a whole body. */
export function argumentOf(input: Input): string {
  return cleanArgumentName(input.name || "body");
}

/** Places that no argument may use, and what uses them. */
function readTaken(
  action: ActionOverride,
  declared: ReadonlyMap<string, Input>,
  report: ActionReport,
): Map<string, string> {
  const taken = new Map<string, string>();
  const check = (place: string, path: readonly string[], by: string): void => {
    taken.set(place, by);
    if (!declared.has(place))
      report.unknown({ code: "unknown-place", kind: "place", name: place }, path, declared.keys(), "remove this entry");
  };
  for (const place of Object.keys(action.hide ?? {})) check(place, ["hide", place], "`hide`");
  for (const place of Object.keys(action.send ?? {})) check(place, ["send", place], "`send`");
  if (action.filters) check(action.filters.at, ["filters", "at"], "`filters`");
  return taken;
}

function readChosen(
  key: string,
  override: ArgumentOverride,
  declared: ReadonlyMap<string, Input>,
  operation: Operation,
  report: ActionReport,
): readonly Input[] {
  return (override.at ?? []).flatMap((place) => {
    const input = declared.get(place) ?? (override.schema === undefined ? undefined : newPlace(place, operation));
    if (input !== undefined) return [input];
    report.unknown(
      { code: "unknown-place", kind: "place", name: place },
      ["arguments", key, "at"],
      declared.keys(),
      "add a `schema` to the argument, which adds the place",
    );
    return [];
  });
}

/** A place that an override adds because the document does not declare it; undefined where it cannot exist. */
function newPlace(place: Place, operation: Operation): Input | undefined {
  const at = place.indexOf(":");
  const kind = place.slice(0, at) as Input["in"];
  const rest = place.slice(at + 1);
  const name = kind === "body" ? splitPointer(rest)[0] : rest;
  if (name === undefined || name === "" || !["query", "header", "cookie", "body"].includes(kind)) return undefined;
  if (kind === "body" && (operation.body?.flat === false || splitPointer(rest).length > 1)) return undefined;
  return {
    place,
    in: kind,
    name,
    required: false,
    schema: {},
    description: "",
    deprecated: false,
    style: kind === "body" ? undefined : kind === "header" ? "simple" : "form",
    explode: kind === "query" || kind === "cookie",
    allowReserved: false,
    pointer: operation.pointer,
  };
}

function groupByArgument(inputs: readonly Input[]): Map<string, readonly Input[]> {
  const groups = new Map<string, readonly Input[]>();
  for (const input of inputs) {
    const name = argumentOf(input);
    groups.set(name, [...(groups.get(name) ?? []), input]);
  }
  return groups;
}
