import type { SupportTable } from "../generator/shared/support/types.js";

export function buildSupportDoc(table: SupportTable): string;
