import type { Handler } from "../types.js";
import { account } from "./account.js";
import { addMemories } from "./add-memories.js";
import { entities } from "./entities.js";
import { events } from "./events.js";
import { exports } from "./exports.js";
import { listMemories } from "./list-memories.js";
import { manyMemories } from "./many-memories.js";
import { oneMemory } from "./one-memory.js";
import { organizations } from "./organizations.js";
import { projects } from "./projects.js";
import { searchMemories } from "./search-memories.js";
import { webhooks } from "./webhooks.js";

/** The handler of every operation in the document, by operationId. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  [
    addMemories,
    listMemories,
    searchMemories,
    oneMemory,
    manyMemories,
    entities,
    events,
    exports,
    account,
    organizations,
    projects,
    webhooks,
  ].flatMap((group) => Object.entries(group)),
);
