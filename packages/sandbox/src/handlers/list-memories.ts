import { matchFilter } from "../filters/match-filter.js";
import { refuseTopLevelIds } from "../filters/refuse-top-level-ids.js";
import { requireScope } from "../filters/require-scope.js";
import { answer } from "../http/answer.js";
import { page } from "../http/page.js";
import { type FindOptions, findMemories } from "../state/find-memories.js";
import { entityMemoryView, memoryView, pickFields } from "../state/memory-view.js";
import { givenIds } from "../state/scope.js";
import type { Call, Handler } from "../types.js";

/** Listing memories: the current operation, its deprecated predecessors, and the list of one entity. */
export const listMemories: Readonly<Record<string, Handler>> = {
  memories_list_v3(call) {
    refuseTopLevelIds(call.body);
    const { query, body } = call;
    const views = list(call, requireScope(body.filters), body, body.fields);
    return answer(
      page(call, views, Number(query.page ?? body.page ?? 1), Number(query.page_size ?? body.page_size ?? 100)),
    );
  },

  memories_list_v2(call) {
    const { filters, fields, page: number = 1, page_size = 100 } = call.body;
    return answer(page(call, list(call, requireScope(filters), {}, fields), Number(number), Number(page_size)).results);
  },

  memories_list(call) {
    const { page: number, page_size, limit = 100, metadata, fields } = call.query;
    const filters = requireScope({ ...givenIds(call.query), ...(metadata === undefined ? {} : { metadata }) }, "list");
    const views = list(call, filters, call.query, fields);
    if (number === undefined || page_size === undefined) return answer(views.slice(0, Math.max(0, Number(limit))));
    return answer(page(call, views, Number(number), Number(page_size)));
  },

  memories_entity_read(call) {
    const filter = { [`${call.path.entity_type}_id`]: { in: [call.path.entity_id] } };
    const found = findMemories(call.state, matchFilter(filter), {}, call.now());
    return answer(page(call, found.map(entityMemoryView), Number(call.query.page ?? 1), 100));
  },
};

function list(call: Call, filters: Readonly<Record<string, unknown>>, options: FindOptions, fields: unknown) {
  const found = findMemories(call.state, matchFilter(filters), options, call.now());
  return found.map((memory) => pickFields(memoryView(memory), fields));
}
