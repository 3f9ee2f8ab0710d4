import { matchFilter } from "../filters/match-filter.js";
import { namesClause } from "../filters/names-clause.js";
import { refuseTopLevelIds } from "../filters/refuse-top-level-ids.js";
import { requireScope } from "../filters/require-scope.js";
import type { Filter } from "../filters/types.js";
import { answer } from "../http/answer.js";
import { ApiError } from "../http/api-error.js";
import { rank } from "../search/rank.js";
import { findMemories } from "../state/find-memories.js";
import { pickFields, searchView } from "../state/memory-view.js";
import { givenIds } from "../state/scope.js";
import type { Call, Handler } from "../types.js";

type Hit = Record<string, unknown>;

/** Searching memories: the current operation and its deprecated predecessors. */
export const searchMemories: Readonly<Record<string, Handler>> = {
  memories_search_v3(call) {
    refuseTopLevelIds(call.body);
    const hits = search(call, requireScope(call.body.filters), 0.1);
    return answer({ results: hits.map((hit) => pickFields(hit, call.body.fields)) });
  },

  memories_search_v2(call) {
    const hits = search(call, requireScope(call.body.filters), 0.3).map(
      ({ run_id, score_breakdown, ...hit }): Hit => ({ ...hit, session_id: run_id }),
    );
    return answer(hits.map((hit) => pickFields(hit, call.body.fields)));
  },

  memories_search_create(call) {
    const { output_format, fields } = call.body;
    const hits = search(call, requireScope(givenIds(call.body)), 0);
    const results = hits.map(({ score_breakdown, ...hit }) => pickFields(hit, fields));
    return answer(output_format === "v1.1" ? { results, relations: [] } : results);
  },
};

function search(call: Call, filters: Filter, defaultThreshold: number): Hit[] {
  const { query, top_k = 10, threshold = defaultThreshold, metadata } = call.body;
  if (String(query).trim() === "") throw new ApiError(400, "query: This field may not be blank.", "query");
  const matches = matchFilter(metadata ? { AND: [filters, { metadata }] } : filters);
  // A known bug of the service (MEM-5746), reproduced so that clients can be tested with it.
  if (namesClause(filters, "keywords")) throw new ApiError(500, "Internal Server Error");
  const found = findMemories(call.state, matches, call.body, call.now());
  const hits = rank(String(query), found)
    .filter((hit) => hit.score >= Number(threshold))
    .slice(0, Math.max(0, Number(top_k)));
  call.state.counts.retrievals++;
  call.jobs.record(
    "SEARCH",
    { query, filters },
    hits.map(({ memory, score }) => ({ id: memory.id, score })),
  );
  return hits.map(searchView);
}
