import type { ApprovalRequest, CallOptions, ToolpackOptions } from "./toolpack-options.js";

/** Whether whoever decides, the host's hook or the caller, has agreed to a call. */
export async function isApproved(
  approve: ToolpackOptions["approve"],
  { approved }: CallOptions,
  request: ApprovalRequest,
): Promise<boolean> {
  if (approve === "caller") return approved === true;
  try {
    return (await approve?.(request)) === true;
  } catch {
    // A hook that fails has not agreed.
    return false;
  }
}
