import { readTime } from "../filters/read-time.js";
import { answer } from "../http/answer.js";
import { ApiError } from "../http/api-error.js";
import { page } from "../http/page.js";
import type { Handler, StoredEvent } from "../types.js";

/** Events of queued work and of searches. */
export const events: Readonly<Record<string, Handler>> = {
  events_list(call) {
    const { event_type, start_date, end_date, page: number = 1, page_size = 50 } = call.query;
    const from = readTime(start_date)?.start ?? Number.NEGATIVE_INFINITY;
    const to = readTime(end_date)?.end ?? Number.POSITIVE_INFINITY;
    const found = [...call.state.events.values()].reverse().filter((event) => {
      const at = Date.parse(event.created_at);
      return (event_type === undefined || event.event_type === event_type) && at >= from && at <= to;
    });
    return answer(page(call, found.map(view), Number(number), Number(page_size)));
  },

  event_read(call) {
    const event = call.state.events.get(String(call.path.event_id));
    if (event === undefined) throw new ApiError(404, "Event not found or you don't have permission to access it.");
    return answer({ ...view(event), graph_status: null, error: event.error });
  },
};

function view({ error, ...event }: StoredEvent): Record<string, unknown> {
  const { created_at, completed_at } = event;
  const latency = completed_at === null ? null : Date.parse(completed_at) - Date.parse(created_at);
  return { ...event, metadata: null, latency };
}
