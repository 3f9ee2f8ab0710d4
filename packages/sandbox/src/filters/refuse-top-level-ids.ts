import { ApiError } from "../http/api-error.js";
import { isScopeId } from "../state/scope.js";

/** The v3 operations accept ids only inside `filters`. */
export function refuseTopLevelIds(body: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(body).filter(isScopeId);
  if (names.length > 0) throw new ApiError(400, `${names.join(", ")} must be inside filters.`, names[0]);
}
