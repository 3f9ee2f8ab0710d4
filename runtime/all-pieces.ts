import { addKey } from "./http/add-key.js";
import { decodeOther } from "./http/decode-other.js";
import { bindTool } from "./pack/bind-tool.js";
import { sendOwned } from "./pack/send-owned.js";
import { waitForEvent } from "./pack/wait-for-event.js";
import { watchCall } from "./pack/watch-call.js";
import type { Pieces } from "./pieces.js";
import { buildRequest } from "./request/build-request.js";

/** Everything that any tool and any host can need. */
export const allPieces: Pieces = {
  request: buildRequest,
  key: addKey,
  answer: decodeOther,
  bind: bindTool,
  owner: sendOwned,
  event: waitForEvent,
  watch: watchCall,
};
