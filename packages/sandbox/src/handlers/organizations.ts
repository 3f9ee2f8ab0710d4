import { randomUUID } from "node:crypto";
import { answer } from "../http/answer.js";
import { memberOf, newcomer, organizationOf, requireOwner, roleIn } from "../state/access.js";
import { removeProject } from "../state/remove-project.js";
import type { Call, Handler, Role, StoredOrganization } from "../types.js";

const NO_RIGHTS = "Unauthorized to modify this organization.";

/** Organizations and their members. */
export const organizations: Readonly<Record<string, Handler>> = {
  organizations_read(call) {
    const visible = [...call.state.organizations.values()].filter((item) => roleIn(call, item) !== undefined);
    return answer(visible.map((item) => view(call, item)));
  },

  get_organization: (call) => answer(view(call, organizationOf(call))),

  create_organization(call) {
    const org_id = randomUUID();
    const times = { created_at: call.now(), updated_at: call.now() };
    const members = [{ ...call.state.account, role: "OWNER" as const }];
    const name = String(call.body.name);
    call.state.organizations.set(org_id, { org_id, name, ...times, members, is_default: false });
    return answer({ message: "Organization created successfully.", org_id }, 201);
  },

  delete_organization(call) {
    const organization = ownOrganization(call);
    call.state.organizations.delete(organization.org_id);
    for (const project of [...call.state.projects.values()]) {
      if (project.org_id === organization.org_id) removeProject(call.state, project);
    }
    return answer({ message: "Organization deleted successfully!" });
  },

  get_organization_members: (call) =>
    answer({ members: organizationOf(call).members.map(({ user_id, role }) => ({ user_id, role })) }),

  add_organization_member(call) {
    const { members } = ownOrganization(call);
    members.push({ ...newcomer(call, members, "organization"), role: call.body.role as Role });
    return answer({ message: "User added to the organization." }, 201);
  },

  update_organization_member_role(call) {
    memberOf(ownOrganization(call).members, call.body.email).role = call.body.role as Role;
    return answer({ message: "User role updated successfully" });
  },

  remove_organization_member(call) {
    const organization = ownOrganization(call);
    const member = memberOf(organization.members, call.body.email);
    organization.members = organization.members.filter((candidate) => candidate !== member);
    return answer({ message: "User removed from organization." });
  },
};

function ownOrganization(call: Call): StoredOrganization {
  const organization = organizationOf(call);
  requireOwner(call, organization, NO_RIGHTS);
  return organization;
}

function view(call: Call, organization: StoredOrganization): Record<string, unknown> {
  const { org_id, name, created_at, updated_at, members, is_default } = organization;
  const role = roleIn(call, organization);
  return {
    org_id,
    name,
    created_at,
    updated_at,
    members: members.map(({ username, role, email }) => ({ username, role, email })),
    is_default,
    byok_enabled: false,
    invitations: [],
    owner_pricing_plan: "SANDBOX",
    is_owner: role === "OWNER",
    user_role: role,
  };
}
