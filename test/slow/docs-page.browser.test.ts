import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitDocs } from "../../generator/emit/docs/emit-docs.js";
import { buildFixture } from "../generator/emit/docs/fixture.js";
import { hostileText } from "../generator/emit/docs/hostile-text.js";
import { readTemplates } from "../generator/emit/docs/read-templates.js";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const found = existsSync(executablePath);
if (!found) process.stdout.write(`skipped: no Chromium at ${executablePath}; set CHROMIUM_PATH\n`);

const flags = `--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
  --disable-component-update --disable-sync`.split(/\s+/);

describe.skipIf(!found)("the HTML page in a browser", () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags });
    folder = mkdtempSync(join(tmpdir(), "toolpack-page-"));
    const plans = { plain: buildFixture(), hostile: buildFixture((plain) => `${plain} ${hostileText}`) };
    for (const [name, plan] of Object.entries(plans)) {
      const page = emitDocs(plan, readTemplates()).find(({ path }) => path === "docs/index.html");
      writeFileSync(join(folder, `${name}.html`), page?.text ?? "");
    }
  });

  afterAll(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  /** Opens a page, lets the test use it, and demands that it stayed silent and alone. */
  async function visit(address: string, use: (page: Page) => Promise<void>, viewport = { width: 1280, height: 800 }) {
    const [file = "", fragment = ""] = address.split("#");
    const url = pathToFileURL(join(folder, `${file}.html`)).href;
    const page = await browser.newPage({ viewport });
    const noise: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(fragment === "" ? url : `${url}#${fragment}`);
    await use(page);
    expect(noise).toEqual([]);
    expect(requests.map((request) => request.split("#")[0])).toEqual([url]);
    await page.close();
  }

  const names = (page: Page) => page.locator("details.tool:visible .name").allTextContents();

  test("a search finds a tool by its name, argument, path, alias and operation id", () =>
    visit("plain", async (page) => {
      expect(await names(page)).toHaveLength(6);
      await page.keyboard.press("/");
      for (const [words, first] of [
        ["delete note", "delete_note"],
        ["list_notes", "list_notes"],
        ["metadata", "add_note"],
        ["/v1/event/", "get_event"],
        ["NOTES_SEARCH", "search_notes"],
        ["operation_search_notes", "search_notes"],
      ] as const) {
        await page.getByRole("searchbox").fill(words);
        expect((await names(page))[0], words).toBe(first);
      }
      expect(await page.getByRole("status").textContent()).toBe("1 of 6 actions");
    }));

  test("a search without a match says so and offers the way back", () =>
    visit("plain", async (page) => {
      await page.getByRole("searchbox").fill("no such thing");
      expect(await names(page)).toEqual([]);
      await page.getByRole("button", { name: "Show all" }).click();
      expect(await names(page)).toHaveLength(6);
    }));

  test("groups and effects filter", () =>
    visit("plain", async (page) => {
      await page.getByRole("radio", { name: "Read" }).check();
      await page.getByRole("radio", { name: "Notes" }).check();
      expect(await names(page)).toEqual(["search_notes", "list_notes"]);
      expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual(["Notes"]);
    }));

  test("a link to a tool opens it, also when filters hide it", () =>
    visit("plain#get_event", async (page) => {
      const event = page.locator("details#get_event");
      expect(await event.evaluate((element) => (element as unknown as { open: boolean }).open)).toBe(true);
      expect(await page.getByText("Ask whether queued work is done.").isVisible()).toBe(true);
      await page.getByRole("radio", { name: "Delete" }).check();
      expect(await event.isVisible()).toBe(false);
      await page.evaluate('location.hash = "#search_notes"');
      await page.getByText("Find the notes that best answer").waitFor();
      const box = await page.locator("#search_notes").boundingBox();
      const bar = await page.locator(".finder").boundingBox();
      // The lines of both lie on each other, and scrolling stops at whole pixels.
      expect((box?.y ?? 0) + 2).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    }));

  test("the keyboard moves from the search to a tool, opens it, and comes back", () =>
    visit("plain", async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByText("List notes, newest first.").waitFor();
      expect(new URL(page.url()).hash).toBe("#list_notes");
      await page.keyboard.press("Escape");
      expect(await page.evaluate("document.activeElement.type")).toBe("search");
      await page.keyboard.type("delete");
      await page.keyboard.press("Enter");
      await page.getByText("Delete one note for good.").waitFor();
    }));

  test("nothing is wider than a phone", () =>
    visit(
      "plain#search_notes",
      async (page) => {
        const width = await page.evaluate("document.documentElement.scrollWidth");
        expect(width).toBeLessThanOrEqual(360);
      },
      { width: 360, height: 740 },
    ));

  test("without a script every action can be read", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, "plain.html")).href);
    expect(await names(page)).toHaveLength(6);
    expect(await page.getByRole("search").count()).toBe(0);
    await page.locator("#delete_note > summary").click();
    expect(await page.getByText("Delete one note for good.").isVisible()).toBe(true);
    await context.close();
  });

  test("text of a document stays text", () =>
    visit("hostile#search_notes", async (page) => {
      await page.getByRole("searchbox").fill("find");
      for (const summary of await page.locator("details.tool:visible > summary").all()) await summary.click();
      expect(await page.evaluate("window.__pwned")).toBeUndefined();
      expect(await page.locator("script").count()).toBe(1);
      expect(await page.locator("img, svg, iframe, object, embed, link, textarea").count()).toBe(0);
      expect(await page.locator("a:not([href^='#'])").count()).toBe(0);
      const handlers =
        "[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()).filter((n) => /^on/.test(n))";
      expect(await page.evaluate(handlers)).toEqual([]);
      expect(await page.locator("#search_notes .prose").textContent()).toContain(
        "<script>globalThis.__pwned = 1</script>",
      );
    }));
});
