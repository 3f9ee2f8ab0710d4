import type { JsonObject } from "../../shared/json.js";

/** What a request needs, as OpenAPI writes it: one of these alternatives, and all schemes of it, each with its scopes. */
export type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** How a credential is sent. */
export interface Carrier {
  readonly in: "header" | "query" | "cookie";
  /** Name of the header, the parameter or the cookie. */
  readonly parameter: string;
  /** Prepended: `Token `, `Bearer `. */
  readonly prefix: string;
  /** `basic`: a user name and a password, which are encoded. */
  readonly credential: "key" | "basic";
}

/** A security scheme that some tool needs. */
export interface Scheme extends Carrier {
  /** Its key under `components.securitySchemes`; for a parameter that is a key, the name of the parameter. */
  readonly name: string;
  /** Environment variables that hold the credential: one, or those of the user name and of the password. */
  readonly env: readonly string[];
  /** Another scheme that is always needed with this one and fills the same place, so that its credential is sent for both. */
  readonly sentAs: string | undefined;
  /** As the document declares it, for hosts: type, OAuth flows, URLs, scopes. */
  readonly declared: JsonObject;
}

/** A scheme that a document or its overrides declare: one that a pack can send, or the reason why it cannot. */
export type KnownScheme =
  | { readonly kind: "sent"; readonly carrier: Carrier; readonly declared: JsonObject }
  | { readonly kind: "unsent"; readonly reason: string };
