/** Somebody's access to a file, as Drive tells it. */
export interface Grant {
  readonly id: string;
  /** '' where it is not one person's. */
  readonly email: string;
  readonly role: string;
  /** `user`, `group`, `domain` or `anyone`. */
  readonly type: string;
}

/** A row of the Team tab, as far as access goes by it. */
export interface TeamRow {
  readonly person: string;
  readonly isActive: boolean;
  readonly isHead: boolean;
}

/** Whom the registry knows. */
export interface RegistryPeople {
  readonly team: readonly TeamRow[];
  /** Everybody's contacts, of all partners. */
  readonly partnerContacts: readonly string[];
}

/** What a file is to the registry: that decides who opens it. */
export type FilePart = 'workbook' | 'form' | 'snapshot' | 'folder';

/** A file, who opens it, and who is to. */
export interface FileAccess {
  readonly id: string;
  readonly part: FilePart;
  /** As people are told of it, such as `the form "Register a lead"`. */
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Who is to open it. */
  readonly wanted: readonly string[];
}

/** What is to be done about access. */
export type AccessChange =
  | {
      readonly kind: 'grant';
      readonly fileId: string;
      readonly file: string;
      readonly email: string;
      readonly role: 'writer' | 'reader';
      readonly because: string;
    }
  | {
      readonly kind: 'remove';
      readonly fileId: string;
      readonly file: string;
      readonly email: string;
      readonly permissionId: string;
      readonly because: string;
    };

/** Changes, and what is left as it is for people to judge, in sentences. */
export interface AccessPlan {
  readonly changes: readonly AccessChange[];
  readonly notes: readonly string[];
}

/** Why those who are to open such a file are. */
const REASONS: Readonly<Record<FilePart, string>> = {
  workbook: 'as an active member of the team',
  form: 'as a programme head, who may have to take over the triggers',
  snapshot: 'as a contact of the partner that it is for',
  folder: '',
};

/**
 * Members of the team and partners' contacts open exactly what is theirs. Anybody else's access is told and not touched:
 * somebody gave it for a reason that the registry does not know. So is what a partner's contact can open of the team's own.
 */
export function planAccess(access: FileAccess, people: RegistryPeople): AccessPlan {
  const { id: fileId, name: file, part } = access;
  const wanted = new Set(access.wanted.map(plain));
  const role = part === 'snapshot' ? 'reader' : 'writer';
  const held = new Set(
    access.grants.filter((grant) => role === 'reader' || !isReader(grant)).map(({ email }) => plain(email)),
  );
  const grants = [...wanted]
    .filter((email) => !held.has(email))
    .map((email): AccessChange => {
      return { kind: 'grant', fileId, file, email, role, because: REASONS[part] };
    });
  const judged = access.grants
    .filter(({ email }) => email === '' || !wanted.has(plain(email)))
    .map((grant) => ({ grant, verdict: judge(access, grant, people) }));
  return {
    changes: [
      ...grants,
      ...judged.flatMap(({ grant, verdict }): AccessChange[] =>
        verdict.because === undefined
          ? []
          : [
              {
                kind: 'remove',
                fileId,
                file,
                email: grant.email,
                permissionId: grant.id,
                because: verdict.because,
              },
            ],
      ),
    ],
    notes: judged.flatMap(({ verdict }) => (verdict.note === undefined ? [] : [verdict.note])),
  };
}

/** Why somebody's access goes, or what people are told of it; neither where it is of no concern. */
interface Verdict {
  readonly because?: string;
  readonly note?: string;
}

function judge({ part, name }: FileAccess, grant: Grant, people: RegistryPeople): Verdict {
  const { email, role, type } = grant;
  const sees = isReader(grant) ? 'sees' : 'edits';
  if (type === 'anyone')
    return { note: `Anybody who has the link ${sees} ${name}: switch that off in Share.` };
  if (type === 'domain') return { note: `Everybody of the company ${sees} ${name}: left alone.` };
  const member = people.team.find(({ person }) => plain(person) === plain(email));
  if (role === 'owner') {
    return member?.isActive === true
      ? {}
      : { note: `${email} owns ${name} and is no active member of the team: left alone.` };
  }
  if (member?.isActive === false) return { because: 'having left the team' };
  if (member !== undefined) {
    return part === 'form' && !member.isHead && sees === 'edits'
      ? { because: 'being no programme head' }
      : {};
  }
  if (people.partnerContacts.some((contact) => plain(contact) === plain(email))) {
    if (part === 'snapshot') return { because: 'being a contact of another partner' };
    if (part === 'folder')
      return { because: 'being a partner’s contact, who would see every partner’s snapshots' };
    return {
      note: `${email} ${sees} ${name} as a partner’s contact, who should not: take it away in Share if it is a mistake.`,
    };
  }
  return {
    note: `${email === '' ? 'Somebody without an address' : email} ${sees} ${name} and is not in Team: left alone.`,
  };
}

function isReader({ role }: Grant): boolean {
  return role === 'reader' || role === 'commenter';
}

function plain(email: string): string {
  return email.trim().toLowerCase();
}
