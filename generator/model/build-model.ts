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
import { buildSchemes } from "./security/build-schemes.js";
import { buildDefaultSecurity } from "./security/build-security.js";
import { reportSecurity } from "./security/report-security.js";
import type { Model, Pack } from "./types.js";

/** Builds the tools that a document and its overrides describe; without a model, the problems say why. */
export function buildModel(loaded: Loaded): {
  readonly model: Model | undefined;
  readonly problems: readonly Finding[];
} {
  const context = createContext(loaded);
  const settings = buildPack(context);
  const operations = buildOperations(context);
  const { actions, hidden } = buildActions(context, operations);
  checkNames(context, actions);
  checkBindings(context, settings.bindings, actions);
  checkPolls(context, actions);
  const profiles = buildProfiles(context, actions);
  const asked = buildDefaultSecurity(context);
  const schemes = buildSchemes(context, actions, asked, settings.title);
  const isUsed = actions.some(
    ({ security }) => security === asked || JSON.stringify(security) === JSON.stringify(asked),
  );
  const pack: Pack = { ...settings, schemes, security: isUsed ? asked : [] };
  reportSecurity(context, actions);
  const { problems } = context.reporter;
  const { schemas } = context;
  if (problems.some((problem) => problem.severity === "error")) return { model: undefined, problems };

  const named = [...schemas.defs].sort(([a], [b]) => compareText(a, b));
  const pointers = Object.fromEntries([...schemas.pointers].sort(([a], [b]) => compareText(a, b)));
  const model: Model = { pack, operations, actions, hidden, profiles, schemas: Object.fromEntries(named), pointers };
  return { model: deepFreeze(model), problems };
}
