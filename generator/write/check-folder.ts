import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Problem } from "../shared/problems.js";
import { MANIFEST, readManifest } from "./manifest.js";

/** The most folders that are searched for another pack. */
const MOST = 500;

/** Why a pack cannot have this folder (an absolute path); undefined for one that is empty, new or its own. Only reads. */
export function checkFolder(folder: string): Problem | undefined {
  const found = findPlace(folder);
  if (!found.isFolder) return refuse("out-is-a-file", folder, `${found.path} is a file`);
  const above = findAbove(found.rest === "" ? dirname(found.path) : found.path);
  if (above !== undefined) return refuse("out-in-a-pack", folder, `${above} is another pack`);
  const below = found.rest === "" && !isPack(found.path) ? findBelow(found.path) : undefined;
  return below === undefined ? undefined : refuse("pack-in-out", folder, `${below} in it is another pack`);
}

function refuse(code: string, folder: string, why: string): Problem {
  const message = `The output folder ${folder} cannot hold a pack: ${why}.`;
  return { code, kind: "write", severity: "error", message, fix: "Choose another folder." };
}

/** What exists of a path, links followed, and what is missing below it. */
function findPlace(path: string): { readonly path: string; readonly rest: string; readonly isFolder: boolean } {
  try {
    const isFolder = statSync(path).isDirectory();
    return { path: realpathSync(path), rest: "", isFolder };
  } catch {
    const parent = dirname(path);
    if (parent === path) return { path, rest: "", isFolder: true };
    const found = findPlace(parent);
    return { ...found, rest: join(found.rest, basename(path)) };
  }
}

/** The nearest folder that is a pack, from this one up. */
function findAbove(folder: string): string | undefined {
  if (isPack(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findAbove(parent);
}

/** A folder below this one that is a pack, near ones first. */
function findBelow(folder: string): string | undefined {
  const waiting = [folder];
  for (let seen = 0; seen < Math.min(waiting.length, MOST); seen++) {
    const place = waiting[seen] ?? folder;
    for (const name of listFolders(place)) {
      const below = join(place, name);
      if (isPack(below)) return below;
      waiting.push(below);
    }
  }
  return undefined;
}

function listFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch {
    return []; // a folder that may not be read
  }
}

function isPack(folder: string): boolean {
  const path = join(folder, MANIFEST);
  try {
    // Not a device or a pipe, which may never end.
    return statSync(path).isFile() && readManifest(readFileSync(path, "utf8")) !== undefined;
  } catch {
    return false;
  }
}
