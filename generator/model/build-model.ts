import type { Loaded } from "../load/types.js";
import { deepFreeze } from "../shared/json.js";
import { compareText } from "../shared/order.js";
import type { Finding } from "../shared/problems.js";
import { buildActions } from "./actions/build-actions.js";
import { checkBindings } from "./actions/check-bindings.js";
import { checkNames } from "./actions/check-names.js";
import { checkPolls } from "./actions/check-polls.js";
import type { ModelContext } from "./context.js";
import { createReporter } from "./create-reporter.js";
import { buildOperations } from "./operations/build-operations.js";
import { buildPack } from "./pack/build-pack.js";
import { buildProfiles } from "./pack/build-profiles.js";
import { createSchemaStore } from "./schema/create-schema-store.js";
import type { Model } from "./types.js";

/** Turns a loaded document and its overrides into the tools that they mean; without a model, the problems say why. */
export function buildModel(loaded: Loaded): {
  readonly model: Model | undefined;
  readonly problems: readonly Finding[];
} {
  const reporter = createReporter(loaded);
  const schemas = createSchemaStore(loaded.document, loaded.version, reporter);
  const context: ModelContext = { loaded, document: loaded.document, reporter, schemas };

  const pack = buildPack(context);
  const operations = buildOperations(context);
  const { actions, hidden } = buildActions(context, operations);
  checkNames(context, actions);
  checkBindings(context, pack.bindings, actions);
  checkPolls(context, actions);
  const profiles = buildProfiles(context, actions);
  const { problems } = reporter;
  if (problems.some((problem) => problem.severity === "error")) return { model: undefined, problems };

  const named = [...schemas.defs].sort(([a], [b]) => compareText(a, b));
  const pointers = Object.fromEntries([...schemas.pointers].sort(([a], [b]) => compareText(a, b)));
  const model: Model = { pack, operations, actions, hidden, profiles, schemas: Object.fromEntries(named), pointers };
  return { model: deepFreeze(model), problems };
}
