import type { Loaded } from "../load/types.js";
import { deepFreeze } from "../shared/json.js";
import { compareText } from "../shared/order.js";
import type { Finding } from "../shared/problems.js";
import { buildActions } from "./actions/build-actions.js";
import { checkBindings } from "./actions/check-bindings.js";
import { checkNames } from "./actions/check-names.js";
import { checkPolls } from "./actions/check-polls.js";
import { createContext } from "./context.js";
import { buildOperations } from "./operations/build-operations.js";
import { buildPack } from "./pack/build-pack.js";
import { buildProfiles } from "./pack/build-profiles.js";
import type { Model } from "./types.js";

/** Builds the tools that a document and its overrides describe; without a model, the problems say why. */
export function buildModel(loaded: Loaded): {
  readonly model: Model | undefined;
  readonly problems: readonly Finding[];
} {
  const context = createContext(loaded);
  const pack = buildPack(context);
  const operations = buildOperations(context);
  const { actions, hidden } = buildActions(context, operations);
  checkNames(context, actions);
  checkBindings(context, pack.bindings, actions);
  checkPolls(context, actions);
  const profiles = buildProfiles(context, actions);
  const { problems } = context.reporter;
  const { schemas } = context;
  if (problems.some((problem) => problem.severity === "error")) return { model: undefined, problems };

  const named = [...schemas.defs].sort(([a], [b]) => compareText(a, b));
  const pointers = Object.fromEntries([...schemas.pointers].sort(([a], [b]) => compareText(a, b)));
  const model: Model = { pack, operations, actions, hidden, profiles, schemas: Object.fromEntries(named), pointers };
  return { model: deepFreeze(model), problems };
}
