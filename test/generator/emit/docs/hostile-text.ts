/** Text that turns into an element, a link, a program or a template wherever a page forgets that it is text. */
export const hostileText: string = [
  `<script>globalThis.__pwned = 1</script></script></style></title></textarea></details>-->`,
  `<img src="http://127.0.0.1:9/pixel" onerror="globalThis.__pwned = 1"><svg onload=globalThis.__pwned=1>`,
  `<iframe srcdoc="<script>parent.__pwned = 1</script>"></iframe><style>* { display: none }</style>`,
  `" onfocus="globalThis.__pwned = 1" autofocus x=" ' onclick='globalThis.__pwned = 1`,
  `[here](javascript:globalThis.__pwned=1) ![there](http://127.0.0.1:9/a) <javascript:globalThis.__pwned=1> [a]: javascript:1`,
  `{{constructor}} {{{title}}} {{> docs/page.js}} {{#each tools}} \${globalThis.__pwned=1} {globalThis.__pwned=1} <%= 1 %> {% raw %}`,
  `import x from "y"`,
  `export const z = (globalThis.__pwned = 1)`,
  "```",
  "# heading | cell",
  "| a | b |",
  "`code` ``more`` \\",
  "=== $& $` $' \u2028 end",
].join("\n");
