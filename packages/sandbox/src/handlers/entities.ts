import { answer } from "../http/answer.js";
import { ApiError } from "../http/api-error.js";
import { page } from "../http/page.js";
import { removeEntity } from "../state/memory-store.js";
import { ID_OF, SCOPE_IDS } from "../state/scope.js";
import type { Answer, Call, EntityType, Handler, StoredEntity } from "../types.js";

const EVENT_TYPES = ["ADD", "SEARCH", "DELETE_ALL", "DELETE_ENTITY"];

/** Users, agents, apps and runs. */
export const entities: Readonly<Record<string, Handler>> = {
  users_create: (call) => create(call, "user"),
  agents_create: (call) => create(call, "agent"),
  apps_create: (call) => create(call, "app"),
  runs_create: (call) => create(call, "run"),

  entities_list(call) {
    const all = [...call.state.entities.values()];
    const total = (type: EntityType): number => all.filter((entity) => entity.type === type).length;
    const views = all.map((entity) => view(call, entity));
    return answer({
      ...page(call, views, Number(call.query.page ?? 1), Number(call.query.page_size ?? 100)),
      total_users: total("user"),
      total_agents: total("agent"),
      total_apps: total("app"),
      total_runs: total("run"),
    });
  },

  entities_filters_list(call) {
    const users = [...call.state.entities.values()].filter((entity) => entity.type === "user");
    const categories = new Set([...call.state.memories.values()].flatMap((memory) => memory.categories));
    return answer({
      event_type: EVENT_TYPES,
      categories: [...categories],
      users: users.map((entity) => entity.entity_id),
      parameters: Object.keys(SCOPE_IDS).map((name) => ({
        name,
        label: name,
        type: "text",
        placeholder: "",
        options: [],
      })),
    });
  },

  entities_read: (call) => answer([view(call, find(call))]),

  entities_delete: (call) => remove(call, find(call)),

  entities_delete_v1(call) {
    const { entity_type, entity_id } = call.path;
    const found = [...call.state.entities.values()].find(
      (entity) => entity.type === entity_type && String(entity.id) === entity_id,
    );
    if (found === undefined) throw new ApiError(404, "Entity not found");
    return remove(call, found);
  },
};

function find(call: Call): StoredEntity {
  const entity = call.state.entities.get(`${call.path.entity_type}:${call.path.entity_id}`);
  if (entity === undefined) throw new ApiError(404, "Entity not found");
  return entity;
}

/** Reusing an id updates the existing entity. */
function create(call: Call, type: EntityType): Answer {
  const entity_id = String(call.body[ID_OF[type]]);
  const key = `${type}:${entity_id}`;
  const before = call.state.entities.get(key);
  const entity: StoredEntity = {
    id: before?.id ?? call.state.nextEntityId++,
    type,
    entity_id,
    name: String(call.body.name ?? entity_id),
    metadata: (call.body.metadata as StoredEntity["metadata"] | undefined) ?? before?.metadata ?? null,
    created_at: before?.created_at ?? call.now(),
    updated_at: call.now(),
  };
  call.state.entities.set(key, entity);
  const { id, name, metadata, created_at, updated_at } = entity;
  const names = { [ID_OF[type]]: entity_id, ...(type === "user" ? {} : { name }) };
  const rest = { created_at, updated_at, graph_entities: null, is_deleted: false, project: 1 };
  return answer({ id, ...names, metadata: metadata ?? {}, ...rest }, 201);
}

function remove(call: Call, { type, entity_id }: StoredEntity): Answer {
  const event = call.jobs.queue("DELETE_ENTITY", { entity_type: type, entity_id }, () =>
    removeEntity(call.state, type, entity_id, call.now()).map(({ id }) => ({ id, event: "DELETE" })),
  );
  return answer({ message: "Entity deletion is in progress.", event_id: event.id });
}

/** In lists, `id` is the number and `name` is the id that callers use, also for deletion. */
function view(call: Call, { id, type, entity_id, metadata, created_at, updated_at }: StoredEntity) {
  const owner = call.state.account.username;
  return { id: String(id), name: entity_id, created_at, updated_at, owner, metadata, type };
}
