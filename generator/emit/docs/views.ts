import type { Paragraph } from "../print/html.js";
import type { MarkdownText } from "../print/markdown.js";
import type { TextPart } from "../print/split-code.js";
import type { HostsView } from "./build-hosts.js";

/** The view of each template that is rendered: complete, so that a template never asks for what is not there. */
export interface TemplateViews {
  readonly "readme.md": ReadmeView;
  readonly "docs/index.md": IndexView;
  readonly "docs/tool.md": ToolView;
  readonly "docs/page.html": PageView;
}

export interface ReadmeView extends HostsView {
  readonly title: MarkdownText;
  readonly description: MarkdownText;
  readonly facts: MarkdownText;
  readonly install: MarkdownText;
  readonly start: MarkdownText;
  readonly env: MarkdownText | false;
  readonly client: MarkdownText | false;
  readonly oneTool: MarkdownText | false;
  readonly groups: readonly { readonly name: MarkdownText; readonly count: string; readonly about: MarkdownText }[];
  readonly profiles: readonly { readonly name: MarkdownText; readonly count: string; readonly path: MarkdownText }[];
  /** What happens without the choice of a profile. */
  readonly offered: MarkdownText;
  readonly approval: readonly MarkdownText[];
  readonly approve: MarkdownText;
  readonly bindings: readonly MarkdownText[];
  readonly bind: MarkdownText;
}

export interface IndexView {
  readonly title: MarkdownText;
  readonly description: MarkdownText;
  readonly facts: MarkdownText;
  readonly groups: readonly {
    readonly name: MarkdownText;
    readonly description: MarkdownText;
    readonly tools: readonly {
      readonly link: MarkdownText;
      readonly title: MarkdownText;
      readonly effect: MarkdownText;
      readonly approval: MarkdownText;
      readonly operation: MarkdownText;
    }[];
  }[];
  readonly hidden: readonly { readonly operation: MarkdownText; readonly reason: MarkdownText }[];
}

export interface ToolView {
  readonly title: MarkdownText;
  readonly name: MarkdownText;
  readonly home: MarkdownText;
  readonly description: MarkdownText;
  readonly approval: boolean;
  readonly operation: MarkdownText;
  readonly effect: MarkdownText;
  readonly scope: MarkdownText;
  readonly binding: MarkdownText;
  readonly aliases: MarkdownText;
  readonly arguments: readonly FieldRow[];
  readonly rules: readonly MarkdownText[];
  readonly examples: readonly { readonly typescript: MarkdownText; readonly json: MarkdownText }[];
  readonly answer: { readonly type: MarkdownText; readonly fields: readonly FieldRow[]; readonly more: boolean };
  readonly notes: readonly MarkdownText[];
  readonly hidden: readonly { readonly place: MarkdownText; readonly reason: MarkdownText }[];
}

export interface FieldRow {
  readonly name: MarkdownText;
  readonly type: MarkdownText;
  readonly required: MarkdownText;
  readonly default: MarkdownText;
  readonly description: MarkdownText;
  readonly sent: MarkdownText;
}

export interface PageView {
  /** Hashes of the inline style and script, for the page's policy. */
  readonly styleHash: string;
  readonly scriptHash: string;
  readonly title: string;
  readonly description: readonly Paragraph[];
  readonly baseUrl: string;
  readonly count: number;
  readonly groups: readonly {
    readonly name: string;
    readonly label: string;
    readonly anchor: string;
    readonly count: number;
    readonly description: readonly TextPart[];
    readonly tools: readonly PageTool[];
  }[];
}

export interface PageTool {
  readonly anchor: string;
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly effect: string;
  readonly method: string;
  readonly path: string;
  readonly scope: string;
  readonly approval: boolean;
  readonly binding: readonly TextPart[];
  readonly description: readonly Paragraph[];
  readonly arguments: readonly PageField[];
  readonly rules: readonly (readonly TextPart[])[];
  readonly examples: readonly { readonly typescript: string; readonly json: string }[];
  readonly answer: { readonly type: string; readonly fields: readonly PageField[]; readonly more: boolean };
  readonly notes: readonly (readonly TextPart[])[];
  readonly hidden: readonly { readonly place: readonly TextPart[]; readonly reason: readonly TextPart[] }[];
  readonly aliases: readonly string[];
}

export interface PageField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly default: string;
  readonly description: readonly TextPart[];
  readonly constraints: readonly TextPart[];
  readonly sent: readonly TextPart[];
}
