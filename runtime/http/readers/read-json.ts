import { ToolpackError } from "../../errors/toolpack-error.js";
import type { ReadAnswer } from "../../operation.js";

/** The default; an empty response is null. */
export const readJson: ReadAnswer = ({ status, text }) => {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    throw new ToolpackError("bad_response", "The response is not valid JSON", { status });
  }
};
