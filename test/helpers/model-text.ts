import { buildModel } from "../../generator/model/build-model.js";
import type { Action, Model, Operation } from "../../generator/model/types.js";
import { type Problem, ProblemsError } from "../../generator/shared/problems.js";
import { loadText } from "./load-text.js";

/** The model of a document, with overrides if given. */
export function modelOf(spec: string, overrides?: string): Model {
  return buildModel(loadText({ spec, ...(overrides !== undefined && { overrides }) })).model;
}

/** What buildModel finds wrong, as `code line`. */
export function problemsOf(spec: string, overrides?: string): readonly Problem[] {
  try {
    return buildModel(loadText({ spec, ...(overrides !== undefined && { overrides }) })).problems;
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
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
