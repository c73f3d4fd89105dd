import { quoteText } from '../../../core/text/quote-text.ts';
import type { TabKind } from '../../schema/schema.ts';
import type { RawInput } from '../command-spec.ts';
import type { PeopleCommand } from '../command-table.ts';
import type { Context } from '../context.ts';

/** What somebody typed into one record's row: the columns' keys with their texts. */
export type TypedFields = ReadonlyMap<string, string>;

/** The commands that typed cells stand for, or the sentence that says why they stand for none. */
export type Meant =
  | { readonly commands: readonly (readonly [name: PeopleCommand, input: RawInput])[] }
  | { readonly refusal: string };

const BY_COMMAND_ONLY = 'This column follows from the records and is not typed.';

function refuse(refusal: string): Meant {
  return { refusal };
}

function one(name: PeopleCommand, input: RawInput): Meant {
  return { commands: [[name, input]] };
}

function fieldsOf(typed: TypedFields, ...keys: readonly string[]): RawInput {
  return Object.fromEntries([...typed].filter(([key]) => keys.includes(key)));
}

/** The command that a change typed into a record's row stands for. Everything typed is a command, or put back. */
export function editToCommand(kind: TabKind, id: string, typed: TypedFields, context: Context): Meant {
  switch (kind) {
    case 'leads':
      return leadEdit(id, typed, context);
    case 'introductions':
      return introductionEdit(id, typed);
    case 'deals':
      return one('updateDeal', { deal: id, ...Object.fromEntries(typed) });
    case 'partners':
      return partnerEdit(id, typed);
    case 'accounts': {
      const account = context.draft.get('accounts', id)?.account;
      const { name, website, country, standing, owner, lastActivity } = account ?? {};
      return one('updateAccount', {
        account: id,
        name,
        website,
        country,
        standing,
        owner,
        lastActivity,
        ...Object.fromEntries(typed),
      });
    }
    case 'rates':
      return rateEdit(id, typed, context);
    case 'team':
      return teamEdit(id, typed, context);
    case 'settings':
      return one('updateSettings', { [id]: typed.get('value') ?? '' });
    default:
      return refuse(BY_COMMAND_ONLY);
  }
}

function leadEdit(lead: string, typed: TypedFields, context: Context): Meant {
  const status = typed.get('status');
  const facts = fieldsOf(typed, 'customer', 'website', 'country', 'note');
  const corrections: readonly (readonly [PeopleCommand, RawInput])[] =
    Object.keys(facts).length === 0 ? [] : [['updateLead', { lead, ...facts }]];
  const salesOwner = typed.get('salesOwner');
  if (status === undefined) {
    const owner: RawInput = salesOwner === undefined ? {} : { salesOwner };
    return one('updateLead', { lead, ...facts, ...owner });
  }
  switch (status.trim().toLowerCase()) {
    case 'active': {
      const known = context.draft.get('leads', lead)?.registration;
      const owner = salesOwner ?? (known && 'approval' in known ? known.approval.salesOwner : '');
      return { commands: [...corrections, ['approveLead', { lead, salesOwner: owner }]] };
    }
    case 'withdrawn':
      return { commands: [...corrections, ['withdrawLead', { lead }]] };
    case 'released':
      return { commands: [...corrections, ['releaseLead', { lead }]] };
    case 'submitted':
      return one('resubmitLead', { lead, ...facts });
    case 'rejected':
      return refuse('A rejection needs a reason: choose Lead Registry > Reject.');
    case 'returned':
      return refuse('A return needs a reason and the fields to complete: choose Lead Registry > Return.');
    case 'converted':
    case 'expired':
      return refuse(`The registry sets ${status.trim()} by itself, from the dates and the signed deals.`);
    default:
      return refuse(`${quoteText(status)} is no lead status.`);
  }
}

function introductionEdit(introduction: string, typed: TypedFields): Meant {
  const confirmed = typed.get('confirmed');
  const rest = Object.fromEntries([...typed].filter(([key]) => key !== 'confirmed'));
  const corrections: readonly (readonly [PeopleCommand, RawInput])[] =
    Object.keys(rest).length === 0 ? [] : [['updateIntroduction', { introduction, ...rest }]];
  if (confirmed === undefined) return { commands: corrections };
  if (confirmed.trim().toLowerCase() === 'yes') {
    return { commands: [...corrections, ['confirmIntroduction', { introduction }]] };
  }
  return refuse('Refusing an introduction needs a reason: use the command for it, or type yes to confirm.');
}

function partnerEdit(partner: string, typed: TypedFields): Meant {
  const manager = typed.get('manager');
  const rest = Object.fromEntries([...typed].filter(([key]) => key !== 'manager'));
  const commands: (readonly [PeopleCommand, RawInput])[] = [];
  if (Object.keys(rest).length > 0) commands.push(['updatePartner', { partner, ...rest }]);
  if (manager !== undefined) commands.push(['assignManager', { partner, manager }]);
  return { commands };
}

function rateEdit(id: string, typed: TypedFields, context: Context): Meant {
  const known = context.draft.get('rates', id)?.rate;
  const { currency, into, on, rate } = { ...known, ...Object.fromEntries(typed) };
  return one('recordRate', { id, currency, into, on, rate });
}

function teamEdit(person: string, typed: TypedFields, context: Context): Meant {
  const member = context.draft.get('team', person)?.member;
  const commands: (readonly [PeopleCommand, RawInput])[] = [];
  if (typed.has('name') || typed.has('role') || typed.has('active')) {
    commands.push([
      'setTeamMember',
      {
        person,
        name: typed.get('name') ?? member?.name ?? '',
        role: typed.get('role') ?? member?.role ?? '',
        active: typed.get('active') ?? ((member?.active ?? true) ? 'yes' : 'no'),
      },
    ]);
  }
  if (typed.has('awayFrom') || typed.has('awayUntil') || typed.has('cover')) {
    commands.push([
      'setAway',
      {
        person,
        from: typed.get('awayFrom') ?? member?.away?.from ?? '',
        until: typed.get('awayUntil') ?? member?.away?.until ?? '',
        cover: typed.get('cover') ?? member?.away?.cover ?? '',
      },
    ]);
  }
  return { commands };
}

/** The command that a row typed without an ID stands for, where rows may be added by typing. */
export function newRowToCommand(kind: TabKind, typed: TypedFields): Meant {
  const fields = Object.fromEntries(typed);
  if (kind === 'accounts') return one('addAccount', fields);
  if (kind === 'rates') return one('recordRate', fields);
  if (kind === 'team') {
    const { person, name, role, active } = fields;
    return one('setTeamMember', { person, name, role, active: active ?? 'yes' });
  }
  return refuse('Rows are not added here by typing: use the Lead Registry menu.');
}
