import type { Effect } from "../../../../generator/load/overrides.js";
import type { Operation } from "../../../../generator/model/operations/types.js";
import type { Action, Argument, Model } from "../../../../generator/model/types.js";
import { planPack } from "../../../../generator/plan/plan-pack.js";
import { planOffered } from "../../../../generator/plan/plan-profiles.js";
import { planSample } from "../../../../generator/plan/plan-sample.js";
import type { Plan, ToolPlan } from "../../../../generator/plan/types.js";
import { importValue } from "../../../../generator/shared/import-symbol.js";
import type { JsonObject } from "../../../../generator/shared/json.js";
import { action, argument, bearer, input, noResult, operation } from "../fixtures/pets.js";

interface Sketch
  extends Partial<Pick<Action, "approval" | "bind" | "event" | "pages" | "filters" | "require" | "hide">> {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly description: string;
  readonly effect: Effect;
  readonly method: Operation["method"];
  readonly path: string;
  readonly aliases?: readonly string[];
  readonly arguments: readonly (Partial<Argument> & {
    readonly name: string;
    readonly schema: JsonObject;
    readonly at?: string;
  })[];
  readonly example?: JsonObject;
  readonly result?: JsonObject;
}

/** A small plan made by hand that uses every part of the documentation; `text` goes wherever a document has prose. */
export function buildFixture(text: (plain: string) => string = (plain) => plain): Plan {
  const tools = sketches.map((sketch) => buildTool(sketch, text));
  const groups = [...new Set(tools.map((tool) => tool.group))].map((name) => ({
    name,
    file: name,
    field: name,
    symbol: importValue(name, `client/${name}.js`),
    description: text(`Everything about ${name}.`),
    tools: tools.filter((tool) => tool.group === name),
  }));
  const profiles = [
    { name: "all", file: "all", symbol: importValue("allTools", "profiles/all.js"), tools, budget: undefined },
  ];
  const offered = planOffered(tools, profiles);
  const model: Model = {
    pack: {
      name: "notes-toolpack",
      title: text("Notes"),
      version: "1.0.0",
      description: text("Notes that a person keeps, and an agent can find again."),
      namePrefix: "",
      baseUrl: "https://api.notes.example",
      baseUrlExample: undefined,
      schemes: [bearer("NOTES_API_KEY")],
      security: [],
      bindings: { ids: ["user_id"], ownership: { read: "get_note", ids: { user_id: "/user_id" } }, entity: undefined },
      groups: {},
    },
    operations: tools.map((tool) => tool.action.operation),
    actions: tools.map((tool) => tool.action),
    hidden: [
      {
        operation: { ...tools[0]?.action.operation, path: "/v1/old/" } as Operation,
        reason: text("Superseded."),
        code: "hidden",
      },
    ],
    profiles: [],
    schemas: {},
  };
  return {
    // Names that are the same in every pack, and what is decided from the texts of the pack alone.
    ...planPack({ ...model, actions: [] }),
    model,
    groups,
    tools,
    profiles,
    offered,
    sample: planSample({ groups, tools, offered }),
  };
}

const page: JsonObject = {
  type: "object",
  properties: {
    results: {
      type: "array",
      items: {
        type: "object",
        properties: { id: { type: "string" }, text: { type: "string", description: "The words of the note." } },
        required: ["id"],
      },
    },
    next: { type: ["string", "null"] },
  },
  required: ["results"],
};

const sketches: readonly Sketch[] = [
  {
    name: "search_notes",
    title: "Search notes",
    group: "notes",
    description:
      "Find the notes that best answer a question, best first. To list notes without a question, use `list_notes`.\n\nSay whose notes to search.",
    effect: "read",
    method: "POST",
    path: "/v1/notes/search/",
    aliases: ["NOTES_SEARCH"],
    bind: "filter",
    require: [{ any: ["user_id", "tag"] }],
    filters: { at: input("body:/filters", {}), ids: ["user_id"], clauses: ["tag"], raw: undefined, single: "bare" },
    arguments: [
      {
        name: "query",
        required: true,
        schema: { type: "string", minLength: 1, description: "What to look for." },
        at: "body:/query",
      },
      { name: "user_id", schema: { type: "string", description: "Whose notes." } },
      {
        name: "tag",
        schema: { type: "string", enum: ["work", "home"], description: "Only notes with this tag." },
        wildcard: "refuse",
      },
      {
        name: "top_k",
        schema: { type: "integer", minimum: 1, maximum: 100, default: 10, description: "How many." },
        at: "body:/top_k",
      },
    ],
    example: { query: "When is the dentist?", user_id: "alice", top_k: 3 },
    result: page,
  },
  {
    name: "list_notes",
    title: "List notes",
    group: "notes",
    description: "List notes, newest first.",
    effect: "read",
    method: "GET",
    path: "/v1/notes/",
    pages: { page: "page", size: "page_size", items: "/results", next: "/next" },
    arguments: [
      { name: "page", schema: { type: "integer", minimum: 1, default: 1 }, at: "query:page" },
      { name: "page_size", schema: { type: "integer", maximum: 100 }, at: "query:page_size" },
    ],
    hide: [{ place: "query:version", reason: "Only one version answers." }],
    result: page,
  },
  {
    name: "add_note",
    title: "Add a note",
    group: "notes",
    description: "Keep a note.",
    effect: "write",
    method: "POST",
    path: "/v1/notes/",
    bind: "argument",
    event: {
      id: "/event_id",
      poll: "get_event",
      argument: "event_id",
      status: "/status",
      pending: ["PENDING"],
      failed: ["FAILED"],
    },
    arguments: [
      {
        name: "messages",
        required: true,
        schema: {
          type: "array",
          minItems: 1,
          description: "What was said.",
          items: {
            type: "object",
            properties: {
              role: { enum: ["user", "assistant"] },
              content: { type: "string", description: "The words." },
            },
            required: ["role", "content"],
          },
        },
        at: "body:/messages",
      },
      { name: "metadata", schema: { type: "object", additionalProperties: { type: "string" } }, at: "body:/metadata" },
    ],
    example: { messages: [{ role: "user", content: "The dentist is on Friday." }] },
    result: { type: "object", properties: { event_id: { type: "string", format: "uuid" } } },
  },
  {
    name: "delete_note",
    title: "Delete a note",
    group: "notes",
    description: "Delete one note for good.",
    effect: "delete",
    approval: true,
    bind: "ownership",
    method: "DELETE",
    path: "/v1/notes/{note_id}/",
    arguments: [{ name: "note_id", required: true, schema: { type: "string", format: "uuid" }, at: "path:note_id" }],
    example: { note_id: "7f6c2e9e-5a2b-4b53-9a34-0d8a7f3a8c11" },
  },
  {
    name: "get_event",
    title: "Get the state of an event",
    group: "events",
    description: "Ask whether queued work is done.",
    effect: "read",
    method: "GET",
    path: "/v1/event/{event_id}/",
    arguments: [{ name: "event_id", required: true, schema: { type: "string" }, at: "path:event_id" }],
    result: { type: "object", properties: { status: { type: "string", enum: ["PENDING", "SUCCEEDED", "FAILED"] } } },
  },
  {
    name: "list_events",
    title: "List events",
    group: "events",
    description: "",
    effect: "read",
    method: "GET",
    path: "/v1/events/",
    arguments: [],
    result: {
      type: "object",
      properties: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`field_${index}`, { type: "boolean" }])),
    },
  },
];

function buildTool(sketch: Sketch, text: (plain: string) => string): ToolPlan {
  const action = buildAction(sketch, text);
  const pascal = sketch.name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return {
    action,
    group: sketch.group,
    file: `${sketch.group}/${sketch.name}`,
    method: sketch.name.split("_")[0] ?? "",
    symbols: { tool: importValue(camel, `tools/${sketch.group}/${sketch.name}.js`) },
    // The documentation does not look at the rest.
  } as ToolPlan;
}

function buildAction(sketch: Sketch, text: (plain: string) => string): Action {
  const args = sketch.arguments.map(({ at, ...more }): Argument => {
    const description = text(String(more.schema.description ?? ""));
    const places = at === undefined ? [] : [input(at, {})];
    return argument(more.name, more.schema, at ?? "", { ...more, places, description });
  });
  const { method, path, result } = sketch;
  const id = text(`operation_${sketch.name}`);
  const of = operation({
    operationId: id,
    method,
    path,
    inputs: args.flatMap(({ places }) => places),
    result: { ...noResult, kind: result === undefined ? "empty" : "json", schema: result },
  });
  return action(sketch.name, of, args, {
    ...sketch,
    title: text(sketch.title),
    description: text(sketch.description),
    aliases: (sketch.aliases ?? []).map(text),
    hide: (sketch.hide ?? []).map(({ place, reason }) => ({ place, reason: text(reason) })),
    arguments: args,
    scope: `${sketch.group}:${sketch.effect}`,
    hints: {
      readOnly: sketch.effect === "read",
      destructive: sketch.effect === "delete",
      idempotent: false,
      openWorld: true,
    },
    send: sketch.name === "list_notes" ? [{ place: "query:output", value: "v2" }] : [],
    examples: { accept: sketch.example === undefined ? [] : [{ ...sketch.example, note: text("Text.") }], refuse: [] },
    retry: sketch.name === "search_notes" ? "safe" : undefined,
    outputSchema: result,
  });
}
