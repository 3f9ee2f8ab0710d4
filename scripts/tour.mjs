import { createMem0, isToolpackError } from "mem0-toolpack";

/** Calls the tools like an agent and prints the actual results. Throws if a required step fails. */
export async function tour({ apiKey, baseUrl, live }) {
  const options = { apiKey, ...(baseUrl === undefined ? {} : { baseUrl }) };
  const core = createMem0(options);
  console.log(`core offers ${core.tools.map((tool) => tool.name).join(", ")}`);
  for (const { name, reason } of core.withheld) console.log(`     withholds ${name}: ${reason}`);

  const pack = createMem0({ ...options, profile: "extended" });
  await step(pack, "check_api_key", {});
  await step(pack, "get_memory_stats", {});
  await step(pack, "list_entities", { page_size: 5 });
  await step(pack, "list_events", { page_size: 3 });
  if (live) return;

  const user_id = "tour";
  const messages = [{ role: "user", content: "I moved to Porto in March. My sister Ana plays the cello." }];
  await step(pack, "add_memory", { messages, user_id }, { waitMs: 10_000 });
  const { data: found } = await step(pack, "search_memories", { query: "Who plays the cello?", user_id });
  const memory_id = found.results[0]?.id;
  await step(pack, "update_memory", { memory_id, text: "Ana, the user's sister, plays the cello and the viola." });
  await step(pack, "get_memory_history", { memory_id });

  const schema = { type: "object", properties: { facts: { type: "array", items: { type: "string" } } } };
  const { data: job } = await step(pack, "create_memory_export", { schema, user_id });
  await step(pack, "get_memory_export", { memory_export_id: job.id }, {}, 20);

  await refused(() => pack.call("delete_memory", { memory_id }), "delete_memory without approval");
  const asking = createMem0({
    ...options,
    approve: ({ tool }) => {
      console.log(`${label("approve")}the host is asked to approve ${tool.name} and approves it`);
      return true;
    },
  });
  await step(asking, "delete_memory", { memory_id });
  await refused(() => pack.call("get_memory", { memory_id }), "get_memory afterwards");
  await step(pack, "list_memories", { user_id });
}

/** Makes one call and prints its result on one line; `tries` is for jobs that may not be ready yet. */
async function step(pack, name, args, options = {}, tries = 1) {
  for (let left = tries - 1; ; left--) {
    try {
      const result = await pack.call(name, args, options);
      console.log(`${label(name)}${text(args)}\n${label("")}-> ${text(result.event ?? result.data)}`);
      return result;
    } catch (error) {
      if (left <= 0 || !isToolpackError(error) || error.code !== "not_found") throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Makes a call that must be rejected and prints the error. */
async function refused(call, what) {
  try {
    await call();
  } catch (error) {
    if (!isToolpackError(error)) throw error;
    console.log(`${label("rejected")}${what}\n${label("")}-> ${error.code}: ${error.hint}`);
    return;
  }
  throw new Error(`${what} was not rejected`);
}

const label = (name) => name.padEnd(22);

function text(value) {
  const json = JSON.stringify(value);
  return json.length > 200 ? `${json.slice(0, 200)}…` : json;
}
