import type { Loaded } from "../../generator/load/types.js";
import { buildModel } from "../../generator/model/build-model.js";
import type { Operation } from "../../generator/model/operations/types.js";
import type { Action, Model } from "../../generator/model/types.js";
import { locateProblems, type Problem } from "../../generator/shared/problems.js";
import { loadText, locateText } from "./load-text.js";

/** The model of what was loaded. */
export function modelFrom(loaded: Loaded): Model {
  const { model, problems } = buildModel(loaded);
  if (model === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  return model;
}

/** The model of a document, with overrides if given. */
export function modelOf(spec: string, overrides?: string): Model {
  return modelFrom(loadText({ spec, ...(overrides !== undefined && { overrides }) }));
}

/** What buildModel finds wrong. */
export function problemsOf(spec: string, overrides?: string): readonly Problem[] {
  const loaded = loadText({ spec, ...(overrides !== undefined && { overrides }) });
  return locateProblems(
    buildModel(loaded).problems,
    locateText({ spec, ...(overrides !== undefined && { overrides }) }),
  );
}

export function actionOf(model: Model, name: string): Action {
  const action = model.actions.find((found) => found.name === name);
  if (action === undefined) throw new Error(`no ${name} among ${model.actions.map((found) => found.name).join(", ")}`);
  return action;
}

export function operationOf(model: Model, id: string): Operation {
  const operation = model.operations.find((found) => found.id === id);
  if (operation === undefined)
    throw new Error(`no ${id} among ${model.operations.map((found) => found.id).join(", ")}`);
  return operation;
}
