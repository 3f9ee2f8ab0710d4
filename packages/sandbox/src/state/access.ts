import { ApiError } from "../http/api-error.js";
import type { Call, Member, Person, StoredOrganization, StoredProject } from "../types.js";

/** The organization of a path; an unknown one, and one that the key cannot see, is 404. */
export function organizationOf(call: Call): StoredOrganization {
  const found = call.state.organizations.get(String(call.path.org_id));
  if (found === undefined || roleIn(call, found) === undefined) throw new ApiError(404, "Organization not found");
  return found;
}

/** The project of a path; one of another organization is as unknown as none. */
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

/** Refuses where the key's owner is not an OWNER. */
export function requireOwner(call: Call, place: { readonly members: readonly Member[] }, message: string): void {
  if (roleIn(call, place) !== "OWNER") throw new ApiError(403, message);
}

/** The person behind an e-mail address, who must be registered and not be a member yet. */
export function newcomer(call: Call, members: readonly Member[], place: string): Person {
  const person = call.state.people.find((candidate) => candidate.email === call.body.email);
  if (person === undefined) throw new ApiError(404, "User not found", "email");
  if (members.some((member) => member.email === person.email)) {
    throw new ApiError(400, `User is already a member of the ${place}.`, "email");
  }
  return person;
}

/** The member with an e-mail address. */
export function memberOf(members: readonly Member[], email: unknown): Member {
  const member = members.find((candidate) => candidate.email === email);
  if (member === undefined) throw new ApiError(404, "Member not found", "email");
  return member;
}
