/** One person's access to a file, as Drive tells it. */
export interface Grant {
  readonly id: string;
  readonly email: string;
  readonly role: string;
}

/** A row of the Team tab, as far as access goes by it. */
export interface TeamRow {
  readonly person: string;
  readonly isActive: boolean;
}

/** What is to be done about access to the workbook. */
export type AccessChange =
  | { readonly kind: 'grant'; readonly email: string }
  | { readonly kind: 'remove'; readonly email: string; readonly id: string };

/** Changes, and what is left as it is for people to judge, in sentences. */
export interface AccessPlan {
  readonly changes: readonly AccessChange[];
  readonly notes: readonly string[];
}

/**
 * Active members of the team edit the workbook, those who have left don't see it. Anybody else's access is told and not
 * touched: somebody gave it for a reason that the registry does not know.
 */
export function planAccess(
  grants: readonly Grant[],
  team: readonly TeamRow[],
  partnerContacts: readonly string[],
): AccessPlan {
  const members = new Map(team.map(({ person, isActive }) => [plain(person), isActive]));
  const contacts = new Set(partnerContacts.map(plain));
  const editors = new Set(grants.filter(({ role }) => role !== 'reader').map(({ email }) => plain(email)));
  const missing = [...members].filter(([email, isActive]) => isActive && !editors.has(email));
  const removals: AccessChange[] = [];
  const notes: string[] = [];
  for (const { id, email, role } of grants) {
    const isActive = members.get(plain(email));
    if (isActive === true) continue;
    if (role === 'owner')
      notes.push(`${email} owns the workbook and is no active member of the team: left alone.`);
    else if (isActive === false) removals.push({ kind: 'remove', email, id });
    else notes.push(describeStranger(email, role, contacts.has(plain(email))));
  }
  return {
    changes: [...missing.map(([email]): AccessChange => ({ kind: 'grant', email })), ...removals],
    notes,
  };
}

function describeStranger(email: string, role: string, isContact: boolean): string {
  const what = role === 'reader' ? 'sees' : 'edits';
  if (!isContact)
    return `${email === '' ? 'Somebody without an address' : email} ${what} the workbook and is not in Team: left alone.`;
  return `${email} ${what} the workbook as a partner’s contact, who should not: take it away in Share if it is a mistake.`;
}

function plain(email: string): string {
  return email.trim().toLowerCase();
}
