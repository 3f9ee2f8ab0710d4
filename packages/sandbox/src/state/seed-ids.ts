/** Ids that exist on every new server, for use in examples and tests. */
export const SEED = {
  organization: "11111111-1111-4111-8111-111111111111",
  project: "22222222-2222-4222-8222-222222222222",
  /** The key's owner is only a READER here: writes return 403. */
  foreignOrganization: "33333333-3333-4333-8333-333333333333",
  foreignProject: "44444444-4444-4444-8444-444444444444",
  foreignWebhook: "wh_foreign",
  /** Memories of the user `alice`, unless the server starts empty. */
  memories: [
    "a11ce000-0000-4000-8000-000000000001",
    "a11ce000-0000-4000-8000-000000000002",
    "a11ce000-0000-4000-8000-000000000003",
    "a11ce000-0000-4000-8000-000000000004",
  ],
} as const;
