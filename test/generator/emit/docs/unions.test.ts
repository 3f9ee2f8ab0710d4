import { expect, test } from "vitest";
import { buildFields } from "../../../../generator/emit/docs/build-fields.js";
import type { Json, JsonObject } from "../../../../generator/shared/json.js";

const root: JsonObject = {
  $defs: {
    Mail: {
      type: "object",
      required: ["kind", "to", "subject"],
      properties: { kind: { const: "mail" }, to: { type: "string", format: "email" }, subject: { type: "string" } },
    },
    Text: {
      type: "object",
      required: ["kind", "to"],
      properties: {
        kind: { const: "text" },
        to: { type: "string", description: "A number." },
        part: { type: "integer" },
      },
    },
    Call: {
      type: "object",
      required: ["kind", "to"],
      properties: { kind: { enum: ["call"] }, to: { type: "integer" } },
    },
    Tree: { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "#/$defs/Tree" } }] },
    Loop: { oneOf: [{ $ref: "#/$defs/Loop" }, { $ref: "#/$defs/Mail" }] },
  },
};
const mail = { $ref: "#/$defs/Mail" };
const text = { $ref: "#/$defs/Text" };
const call = { $ref: "#/$defs/Call" };

function describeFields(schema: Json): Record<string, string> {
  const fields = [...buildFields(schema, root, "", 1)];
  return Object.fromEntries(
    fields.map(({ name, type, required, description, constraints }) => [
      name,
      [type, required, description, constraints].filter(Boolean).join(" / "),
    ]),
  );
}

test("a field of several branches comes once, with what all of them allow", () => {
  expect(describeFields({ oneOf: [mail, text] })).toEqual({
    kind: 'string / yes / one of `"mail"`, `"text"`',
    to: "string / yes / A number.",
    subject: 'string / with `kind` `"mail"`',
    part: "integer",
  });
});

test("a field that some branches require names all of their values", () => {
  const phone = { ...((root["$defs"] as JsonObject)["Text"] as JsonObject), required: ["kind", "part"] };
  const fields = describeFields({
    type: "object",
    required: ["id"],
    properties: { id: {} },
    oneOf: [mail, phone, call],
  });
  expect(fields["id"]).toBe("any / yes");
  expect(fields["to"]).toBe('string | integer / with `kind` `"mail"` or `"call"` / A number.');
  expect(fields["part"]).toBe('integer / with `kind` `"text"`');
});

test.each<[string, Json, string]>([
  [
    "null and other types do not make a field optional",
    { anyOf: [{ type: "null" }, { type: "string" }, mail] },
    "string / yes",
  ],
  ["a branch without the field does", { anyOf: [{ type: "object" }, mail] }, "string"],
  [
    "values that overlap tell nothing apart",
    { oneOf: [mail, { ...text, properties: { kind: { enum: ["mail", "text"] } } }] },
    "string",
  ],
  ["a branch that is its own union is left", { $ref: "#/$defs/Loop" }, "string / yes"],
])("%s", (_, schema, subject) => {
  expect(describeFields(schema)["subject"]).toBe(subject);
});

test("the fields inside a field of several branches are merged too", () => {
  const inside = (schema: Json): Json => ({ type: "object", required: ["v"], properties: { v: schema } });
  const fields = describeFields({ oneOf: [inside(mail), inside({ type: "array", items: mail }), inside(text)] });
  expect(Object.keys(fields)).toEqual([
    "v",
    "v[].kind",
    "v[].to",
    "v[].subject",
    "v.kind",
    "v.to",
    "v.subject",
    "v.part",
  ]);
  expect(fields["v.kind"]).toBe('string / yes / one of `"mail"`, `"text"`');
});

test("a union that is a list of itself ends, and one of many branches that share branches is read once each", () => {
  expect(
    describeFields({ anyOf: [{ $ref: "#/$defs/Tree" }, { type: "array", items: { $ref: "#/$defs/Tree" } }] }),
  ).toEqual({});
  const $defs: Record<string, Json> = { ...(root["$defs"] as JsonObject) };
  for (let at = 0; at < 60; at += 1) {
    const next = { $ref: `#/$defs/D${at + 1}` };
    $defs[`D${at}`] = { oneOf: [next, next, { anyOf: [next] }] };
  }
  $defs["D60"] = mail;
  expect([...buildFields({ $ref: "#/$defs/D0" }, { $defs }, "", 1)].map(({ name }) => name)).toEqual([
    "kind",
    "to",
    "subject",
  ]);
});
