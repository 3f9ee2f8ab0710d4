import { randomUUID } from "node:crypto";
import { answer } from "../http/answer.js";
import { memberOf, newcomer, organizationOf, projectOf, requireOwner, roleIn } from "../state/access.js";
import { removeProject } from "../state/remove-project.js";
import type { Call, Handler, Role, StoredProject } from "../types.js";

/** Projects and their members. */
export const projects: Readonly<Record<string, Handler>> = {
  get_projects(call) {
    const { org_id } = organizationOf(call);
    const visible = [...call.state.projects.values()].filter(
      (project) => project.org_id === org_id && roleIn(call, project) !== undefined,
    );
    return answer(visible.map((project) => view(call, project)));
  },

  get_project: (call) => answer(view(call, projectOf(call))),

  create_project(call) {
    const organization = organizationOf(call);
    requireOwner(call, organization, "Unauthorized to create projects in this organization.");
    const project_id = randomUUID();
    const { name, description } = call.body as { name: string; description?: string };
    call.state.projects.set(project_id, {
      project_id,
      org_id: organization.org_id,
      name,
      created_at: call.now(),
      updated_at: call.now(),
      members: [{ ...call.state.account, role: "OWNER" }],
      settings: description === undefined ? {} : { description },
      is_default: false,
    });
    return answer({ message: "Project created successfully.", project_id });
  },

  update_project(call) {
    const project = ownProject(call, "Unauthorized to modify this project.");
    // Null leaves a field unchanged.
    const given = Object.entries(call.body).filter(([, value]) => value !== null);
    const { name = project.name, ...settings } = Object.fromEntries(given) as { name?: string };
    Object.assign(project, { name, settings: { ...project.settings, ...settings }, updated_at: call.now() });
    return answer({ message: "Project updated successfully" });
  },

  delete_project(call) {
    removeProject(call.state, ownProject(call, "Unauthorized to modify this project."));
    return answer({ message: "Project and related data deleted successfully." });
  },

  get_project_members: (call) =>
    answer({ members: projectOf(call).members.map(({ username, role }) => ({ username, role })) }),

  add_project_member(call) {
    const { members } = ownProject(call);
    members.push({ ...newcomer(call, members, "project"), role: call.body.role as Role });
    return answer({ message: "User added to the project successfully." });
  },

  update_project_member(call) {
    memberOf(ownProject(call).members, call.body.email).role = call.body.role as Role;
    return answer({ message: "User role updated successfully" });
  },

  deleteProjectMember(call) {
    const project = ownProject(call);
    const member = memberOf(project.members, call.query.email);
    project.members = project.members.filter((candidate) => candidate !== member);
    return answer({ message: "Member removed from the project" });
  },
};

function ownProject(call: Call, message = "Unauthorized to modify project members."): StoredProject {
  const project = projectOf(call);
  requireOwner(call, project, message);
  return project;
}

function view(call: Call, project: StoredProject): Record<string, unknown> {
  const { project_id, name, created_at, updated_at, members, settings, is_default } = project;
  const { description, memory_depth, custom_instructions = "", custom_categories = [] } = settings;
  return {
    project_id,
    name,
    ...(description === undefined ? {} : { description }),
    created_at,
    updated_at,
    members: members.map(({ username, role, email }) => ({ username, role, email })),
    ...(memory_depth === undefined ? {} : { memory_depth }),
    // Accepts a list or a string and returns a string; accepts categories as names or objects and returns objects.
    custom_instructions: Array.isArray(custom_instructions) ? custom_instructions.join("\n") : custom_instructions,
    custom_categories: (custom_categories as unknown[]).map((item) =>
      typeof item === "string" ? { [item]: "" } : item,
    ),
    multilingual: settings.multilingual ?? false,
    decay: settings.decay ?? false,
    enable_graph: settings.enable_graph ?? false,
    version: settings.version ?? "v3",
    is_default,
    user_role: roleIn(call, project),
  };
}
