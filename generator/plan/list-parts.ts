import type { Input } from "../model/operations/types.js";
import type { Action } from "../model/types.js";
import { planParameter } from "./plan-parameter.js";

/** A place and what is sent there: an argument, or a constant by the name of its place. */
export interface Part {
  readonly argument: string;
  readonly place: Input;
}

/** What is sent at each place: the arguments, and the constants of places whose style is not the usual one. */
export function listParts({ arguments: args, operation, send, hide }: Action): readonly Part[] {
  const given = args.flatMap(({ name, places }) => places.map((place) => ({ argument: name, place })));
  // What is hidden can still be sent by a program.
  const constants = new Set([...send, ...hide].map(({ place }) => place));
  const kept = operation.inputs
    .filter(({ place }) => constants.has(place))
    .map((place) => ({ argument: place.place, place }));
  return [...given, ...kept.filter(isUnusual)];
}

function isUnusual({ argument, place }: Part): boolean {
  if (place.in === "body") return place.place === "body:";
  return Object.keys(planParameter(argument, place)).some((key) => key !== "argument" && key !== "name");
}
