import { refuseArgument } from "../../errors/refuse-argument.js";
import type { SendKey } from "../../types.js";

/** Sends the key in the query. Rejects an argument whose members have its name: the service might read either. */
export const queryKey: SendKey = (request, { name, prefix }, key) => {
  if (new URL(request.url).searchParams.has(name)) throw refuseArgument(name, "is the key of the pack and no argument");
  request.url += `${request.url.includes("?") ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(prefix + key)}`;
};
