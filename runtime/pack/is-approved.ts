import type { ApprovalRequest, CallOptions, ToolpackOptions } from "./toolpack-options.js";

/** Whether a call is approved, by the host's hook or by the caller. */
export async function isApproved(
  approve: ToolpackOptions["approve"],
  { approved }: CallOptions,
  request: ApprovalRequest,
): Promise<boolean> {
  if (approve === "caller") return approved === true;
  try {
    return (await approve?.(request)) === true;
  } catch {
    // A hook that fails has not approved.
    return false;
  }
}
