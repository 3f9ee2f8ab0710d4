import { describe, expect, it } from "vitest";
import { cpuTime } from "../../helpers/cpu-time.js";
import { actionOf, modelOf } from "../../helpers/model-text.js";

const responses = `responses: { "200": { description: ok } }`;

it("describes, groups and classes by the document", () => {
  const model = modelOf(`
paths:
  /things:
    get: { operationId: a, tags: [Big Things], summary: Get a thing., description: "Line one\\nstill one.\\n\\n- item", ${responses} }
    delete: { operationId: b, deprecated: true, summary: Deletes a thing, description: "Delete a thing at once.", ${responses} }
    post: { operationId: c, description: "${"word ".repeat(400)}", ${responses} }
    head: { operationId: d, ${responses} }
`);
  expect(actionOf(model, "a")).toMatchObject({
    title: "Get a thing",
    group: "big_things",
    description: "Get a thing. Line one still one.\n- item",
    effect: "read",
    bind: "none",
    override: undefined,
    scope: "big_things:read",
  });
  expect(actionOf(model, "b")).toMatchObject({
    effect: "delete",
    approval: true,
    description: "Deprecated. Delete a thing at once.",
    hints: { destructive: true },
  });
  expect(actionOf(model, "c").description.length).toBeLessThanOrEqual(1000);
  expect(actionOf(model, "c").effect).toBe("write");
  expect(actionOf(model, "d")).toMatchObject({
    effect: "read",
    title: "D",
    description: "D (HEAD /things).",
    group: "default",
  });
});

describe("descriptions", () => {
  const describeOf = (summary: string, description: string): string =>
    actionOf(
      modelOf(
        `paths: { /b: { get: { operationId: a, summary: ${JSON.stringify(summary)}, description: ${JSON.stringify(description)}, ${responses} } } }`,
      ),
      "a",
    ).description;

  it.each([
    ["Create user", "The user to create a session for.", "Create user. The user to create a session for."],
    ["List accounts", "Lists the accounts, newest first.", "Lists the accounts, newest first."],
    ["Get a pet", "Gets one pet by its id. Pets are small.", "Gets one pet by its id. Pets are small."],
    ["Get a user", "Users have names. Get one here.", "Get a user. Users have names. Get one here."],
  ])("keep what the summary says: %s", (summary, description, expected) => {
    expect(describeOf(summary, description)).toBe(expected);
  });

  it.each([
    ["<p>Sends <b>one</b> message.</p><p>To <code>many</code>.</p>", "Sends one message.\nTo `many`."],
    ["Takes:<ul><li>a</li><li>b &amp; c</li></ul>", "Takes:\n- a\n- b & c"],
    ["[![Build](https://ci.test/x.svg)](https://ci.test) Sends.", "Sends."],
    ["A `List<String>` of <id> and x < y && y > z.", "A `List<String>` of <id> and x < y && y > z."],
    ["Safe&#8203;ly &#x41; &unknown;<script>alert(1)</script><!-- hidden -->", "Safe ly A &unknown;"],
    ["# Title #\nSends one.\nNow.\n\nMore\n====\n\n## Use it\n- a", "Title\nSends one. Now.\nMore\nUse it\n- a"],
    [
      'See [the docs](https://x.test/d_(a) "T") and [`b`](#b), **not** `c[0](d.e)` or f[0](g).',
      "See the docs and `b`, **not** `c[0](d.e)` or f[0](g).",
    ],
    [
      "Run:\n```sh\n# one\nsend [a](b.c)\n\n  two\n```\nand\nwait.",
      "Run:\n```sh\n# one\nsend [a](b.c)\n\n  two\n```\nand wait.",
    ],
    ["Sends.\n&lt;!-- ReDoc-Inject: &lt;b&gt; --&gt; &lt;p&gt;One&lt;/p&gt; &lt;id&gt;", "Sends.\nOne\n<id>"],
  ])("have no markup: %s", (description, expected) => {
    expect(describeOf("", description)).toBe(expected);
  });

  it("end with a whole sentence", () => {
    const sentence = "This one says something, e.g. about pets. ";
    const long = describeOf("", sentence.repeat(40));
    expect(long.length).toBeGreaterThan(900);
    expect(long.endsWith("e.g. about pets.")).toBe(true);
    expect(describeOf("", `${sentence.repeat(10)}For example:\n\n\`\`\`\n${"code. ".repeat(200)}\n\`\`\``)).toMatch(
      /For example\.$/,
    );
    expect(describeOf("", "word ".repeat(400))).toMatch(/word…$/);
  });

  it("read hostile text in linear time", async () => {
    const texts = [
      "![".repeat(200_000),
      "<a ".repeat(200_000),
      "&#1".repeat(200_000),
      "<!--".repeat(100_000),
      "<script>".repeat(50_000),
      "[a](".repeat(100_000),
      `${"`".repeat(200_000)}](`,
      `](${"[".repeat(200_000)}`,
      `](${"[a](b.c".repeat(50_000)}`,
      "&lt;!--".repeat(50_000),
      "# ".repeat(100_000),
      `#${" ".repeat(200_000)}x`,
    ];
    for (const text of texts) expect(await cpuTime(() => void describeOf("", text))).toBeLessThan(5_000);
  });
});

it("says how an argument is sent where its name does not", () => {
  const parameter = (name: string): string =>
    `{ name: "${name}", in: query, schema: { type: string, description: D } }`;
  const names = ["StartTime>", "StartTime<", "StartTime", "ids[]", "$top", "名前", "a.b", "Größe"];
  const model = modelOf(
    `paths: { /a: { get: { operationId: a, parameters: [${names.map(parameter).join(", ")}], ${responses} } } }`,
  );
  const told = actionOf(model, "a").arguments.map(({ name, description }) => [name, description]);
  expect(told).toEqual([
    ["StartTime_gt", "D. Sent as `StartTime>`."],
    ["StartTime_lt", "D. Sent as `StartTime<`."],
    ["StartTime", "D"],
    ["ids", "D"],
    ["top", "D"],
    [expect.stringMatching(/^value_/), "D. Sent as `名前`."],
    ["a.b", "D"],
    ["Gr_e", "D. Sent as `Größe`."],
  ]);
});

it("resolves clashes of places, and keeps odd wire names", () => {
  const model = modelOf(`
paths:
  /a/{id}:
    put:
      operationId: a
      parameters:
        - { name: id, in: query, schema: { type: string } }
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: "filter[name]", in: query, schema: { type: string } }
        - { name: filter_name, in: query, schema: { type: string } }
        - { name: constructor, in: query, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
      requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }
      ${responses}
`);
  const found = Object.fromEntries(actionOf(model, "a").arguments.map(({ name, places }) => [places[0]?.place, name]));
  expect(found).toMatchObject({
    "path:id": "id",
    "query:id": "query_id",
    "body:/id": "body_id",
    "query:filter_name": "filter_name",
    "query:filter[name]": "query_filter_name",
    "query:constructor": "constructor_",
    "header:X-Trace": "X-Trace",
  });
});

it("always has a profile `all`", () => {
  const spec = `paths: { /a: { get: { operationId: a, ${responses} } } }`;
  expect(modelOf(spec).profiles).toEqual([{ name: "all", tools: ["a"], budget: undefined }]);
  expect(
    modelOf(spec, "profiles: { core: { tools: [a], budget: 5 } }").profiles.map((profile) => profile.name),
  ).toEqual(["core", "all"]);
});
