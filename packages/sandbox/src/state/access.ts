import { ApiError } from "../http/api-error.js";
import type { Call, Member, Person, StoredOrganization, StoredProject } from "../types.js";

/** The organization in the path; 404 if it is unknown or the key cannot access it. */
export function organizationOf(call: Call): StoredOrganization {
  const found = call.state.organizations.get(String(call.path.org_id));
  if (found === undefined || roleIn(call, found) === undefined) throw new ApiError(404, "Organization not found");
  return found;
}

/** The project in the path; a project of another organization counts as unknown. */
export function projectOf(call: Call): StoredProject {
  const found = call.state.projects.get(String(call.path.project_id));
  const elsewhere = call.path.org_id !== undefined && found?.org_id !== call.path.org_id;
  if (found === undefined || elsewhere || roleIn(call, found) === undefined) {
    throw new ApiError(404, "Organization or project not found");
  }
  return found;
}

/** The role of the key's owner, if any. */
export function roleIn(call: Call, { members }: { readonly members: readonly Member[] }): Member["role"] | undefined {
  return members.find((member) => member.user_id === call.state.account.user_id)?.role;
}

/** Rejects the request unless the key's owner is an OWNER. */
export function requireOwner(call: Call, place: { readonly members: readonly Member[] }, message: string): void {
  if (roleIn(call, place) !== "OWNER") throw new ApiError(403, message);
}

/** The person with an email address, who must be registered and not yet a member. */
export function newcomer(call: Call, members: readonly Member[], place: string): Person {
  const person = call.state.people.find((candidate) => candidate.email === call.body.email);
  if (person === undefined) throw new ApiError(404, "User not found", "email");
  if (members.some((member) => member.email === person.email)) {
    throw new ApiError(400, `User is already a member of the ${place}.`, "email");
  }
  return person;
}

/** The member with an email address. */
export function memberOf(members: readonly Member[], email: unknown): Member {
  const member = members.find((candidate) => candidate.email === email);
  if (member === undefined) throw new ApiError(404, "Member not found", "email");
  return member;
}
