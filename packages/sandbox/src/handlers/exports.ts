import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { matchFilter } from "../filters/match-filter.js";
import { requireScope } from "../filters/require-scope.js";
import type { Filter } from "../filters/types.js";
import { answer } from "../http/answer.js";
import { ApiError } from "../http/api-error.js";
import { fillSchema } from "../search/fill-schema.js";
import { findMemories } from "../state/find-memories.js";
import type { Handler, StoredExport } from "../types.js";

const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });

/** Exports run as jobs. A job has its own id and no event. */
export const exports: Readonly<Record<string, Handler>> = {
  exports_create(call) {
    const { schema, filters } = call.body as { schema: Record<string, unknown>; filters: Filter };
    requireSchema(schema);
    if (!["AND", "OR"].some((key) => Object.hasOwn(filters, key))) {
      const message = "filters must use AND or OR and name at least one of app_id, user_id, agent_id, run_id.";
      throw new ApiError(400, message, "filters", "error");
    }
    const matches = matchFilter(requireScope(filters));
    const job: StoredExport = { id: randomUUID(), schema, filters, created_at: call.now(), data: undefined };
    call.state.exports.set(job.id, job);
    call.jobs.later(() => {
      job.data = fillSchema(schema, findMemories(call.state, matches, {}, call.now()).toReversed());
    });
    const message = "Memory export request received. The export will be ready in a few seconds.";
    return answer({ message, id: job.id }, 201);
  },

  exports_list(call) {
    const { memory_export_id, filters = {} } = call.body as { memory_export_id?: string; filters?: Filter };
    const wanted = clauses(filters);
    if (memory_export_id === undefined && wanted.length === 0) {
      throw new ApiError(400, "One of the filters: app_id, user_id, agent_id, run_id is required!", "filters");
    }
    const isWanted = (job: StoredExport): boolean => {
      const own = clauses(job.filters);
      return wanted.every((clause) => own.some((candidate) => isDeepStrictEqual(candidate, clause)));
    };
    const job =
      memory_export_id === undefined
        ? [...call.state.exports.values()].findLast(isWanted)
        : call.state.exports.get(memory_export_id);
    if (job?.data === undefined) throw new ApiError(404, "No memory export request found");
    return answer(job.data);
  },
};

/** The JSON Schema dialect is not published; the newest one is close to all of them. */
function requireSchema({ $schema, ...schema }: Record<string, unknown>): void {
  if (ajv.validateSchema(schema) !== true) throw new ApiError(400, "schema: must be a JSON Schema", "schema");
}

/** The clauses of a filter without AND, OR and NOT. */
function clauses(filter: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(filter)) return filter.flatMap(clauses);
  return Object.entries(filter ?? {}).flatMap(([key, value]) =>
    ["AND", "OR", "NOT"].includes(key) ? clauses(value) : [[key, value] as const],
  );
}
