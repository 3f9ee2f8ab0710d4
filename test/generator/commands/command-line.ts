import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../../generator/commands/main.js";

/** A document with three operations, one of them with a name that stands in two places. */
export const SPEC: string = `openapi: 3.1.0
info: { title: Notes, version: 1.0.0, description: Keeps notes. }
servers: [{ url: https://notes.example.com }]
paths:
  /notes:
    get:
      operationId: listNotes
      tags: [notes]
      summary: List notes
      parameters:
        - { name: page, in: query, description: Page to read., schema: { type: integer, minimum: 1 } }
        - { name: trace, in: query, description: For debugging., schema: { type: string } }
      responses:
        "200":
          description: Notes.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Note" } } } }
    post:
      operationId: addNote
      tags: [notes]
      summary: Add a note
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/NewNote" } } }
      responses:
        "201":
          description: The note.
          content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } }
  /notes/{note_id}:
    delete:
      operationId: deleteNote
      tags: [notes]
      summary: Delete a note
      parameters:
        - { name: note_id, in: path, required: true, description: Id of the note., schema: { type: string } }
      responses:
        "204": { description: Gone. }
components:
  schemas:
    NewNote:
      type: object
      required: [text]
      properties:
        text: { type: string, description: What to keep. }
        tags: { type: array, description: Labels., items: { type: string } }
    Note:
      type: object
      required: [id, text]
      properties:
        id: { type: string }
        text: { type: string }
`;

export const OVERRIDES: string = `pack:
  name: notes-toolpack
  title: Notes
  version: 2.0.0
  unlisted: error
actions:
  - name: list_notes
    title: List notes
    group: notes
    description: List the notes, newest first.
    operation: listNotes
    effect: read
    bind: none
    aliases: [get_notes]
    hide:
      query:trace: It is for debugging the service.
  - name: add_note
    title: Add a note
    group: notes
    description: Keep a text as a note.
    operation: addNote
    effect: write
    bind: none
    arguments:
      text:
        description: The text to keep.
hidden:
  deleteNote: Nobody may delete notes.
profiles:
  all: { tools: [list_notes, add_note], budget: 500 }
  core: { tools: [list_notes], budget: 500 }
`;

/** A folder of its own for a test, with the two files above in it. */
export interface Place {
  readonly cwd: string;
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  /** Every file below the folder with its text. */
  snapshot(): Readonly<Record<string, string>>;
  run(...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }>;
  remove(): void;
}

export function makePlace(files: Readonly<Record<string, string>> = {}): Place {
  const cwd = mkdtempSync(join(tmpdir(), "toolpack-cli-"));
  const place: Place = {
    cwd,
    write: (more) => {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(cwd, path)), { recursive: true });
        writeFileSync(join(cwd, path), text);
      }
    },
    read: (path) => readFileSync(join(cwd, path), "utf8"),
    snapshot: () =>
      Object.fromEntries(
        readdirSync(cwd, { recursive: true, withFileTypes: true }).map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [
            path.slice(cwd.length + 1).replaceAll("\\", "/"),
            entry.isFile() ? readFileSync(path, "utf8") : "<folder>",
          ];
        }),
      ),
    run: async (...argv) => {
      let out = "";
      let err = "";
      const code = await main(argv, {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        cwd,
        color: false,
        progress: false,
      });
      return { code, out, err };
    },
    remove: () => rmSync(cwd, { recursive: true, force: true }),
  };
  place.write({ "notes.yaml": SPEC, "notes.overrides.yaml": OVERRIDES, ...files });
  return place;
}

/** The flags that name the two files. */
export const INPUTS: readonly string[] = ["--spec", "notes.yaml", "--overrides", "notes.overrides.yaml"];
