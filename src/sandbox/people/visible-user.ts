const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/**
 * The address of the person who caused an execution, as a script run by an installable trigger of
 * `creator` may see it: empty unless they are the same or both belong to the company's domain.
 * Source: apps-script/reference/base/session, getActiveUser.
 */
export function visibleUser(person: string, creator: string, domain: string): string {
  if (person === creator) return person;
  return domainOf(person) === domain && domainOf(creator) === domain ? person : '';
}
