import { describe, expect, test } from 'vitest';
import type { RawInput } from '../../../src/registry/commands/command-spec.ts';
import {
  ANA,
  BO,
  FAY,
  HEAD,
  introduce,
  openProgramme,
  register,
  registerActive,
  registerEarning,
  SAM,
  sign,
} from '../support/office.ts';
import { problemsOf, type TestDoor } from '../support/test-door.ts';

interface Refusal {
  readonly name: string;
  readonly given?: (door: TestDoor) => void;
  readonly as?: string;
  readonly command: string;
  readonly input: RawInput;
  /** Code and field of every problem, in the order existence, fields, state, conflicts. */
  readonly problems: readonly string[];
}

const LONG = 'x'.repeat(5001);
const submitted = (door: TestDoor) => void register(door);
const active = (door: TestDoor) => void registerActive(door);
const rejected = (door: TestDoor) => {
  register(door);
  door.must(HEAD, 'rejectLead', { lead: 'L-0001', reason: 'not-a-fit' });
};
const returned = (door: TestDoor) => {
  register(door, { website: '' });
  door.must(HEAD, 'returnLead', { lead: 'L-0001', reason: 'insufficient-information', fields: ['website'] });
};
const converted = (door: TestDoor) => void sign(door, registerActive(door));
const earning = (door: TestDoor) => void registerEarning(door);
const due = (door: TestDoor) => {
  registerEarning(door);
  door.moveTo('2026-02-04T09:00');
  door.runDay();
};
const paid = (door: TestDoor) => {
  due(door);
  door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
};
const asked = (door: TestDoor) => {
  door.must(HEAD, 'requestToJoin', {
    company: 'Cirrus',
    contactName: 'Mia',
    contactEmail: 'mia@cirrus.example',
  });
};

const REFUSALS: { readonly [group: string]: readonly Refusal[] } = {
  'any command': [
    { name: 'of an unknown name', command: 'explodeLead', input: {}, problems: ['not-found'] },
    { name: 'that only forms and the clock give', command: 'dailyWork', input: {}, problems: ['not-found'] },
    { name: 'named like a part of every object', command: 'toString', input: {}, problems: ['not-found'] },
    {
      name: 'with a field that it has not',
      given: submitted,
      command: 'approveLead',
      input: { lead: 'L-0001', salesOwner: SAM, discount: 5 },
      problems: ['invalid discount'],
    },
    {
      name: 'with an empty record ID',
      command: 'approveLead',
      input: { lead: '  ', salesOwner: SAM },
      problems: ['required lead'],
    },
  ],
  requestToJoin: [
    {
      name: 'without anything',
      command: 'requestToJoin',
      input: {},
      problems: ['required company', 'required contactName', 'required contactEmail'],
    },
    {
      name: 'of a partner’s name, written otherwise, and no address',
      command: 'requestToJoin',
      input: { company: ' ACME  consulting', contactName: 'Kim', contactEmail: 'kim at acme' },
      problems: ['invalid contactEmail', 'illegal-state company'],
    },
  ],
  admitPartner: [
    {
      name: 'of an unknown ID',
      command: 'admitPartner',
      input: { partner: 'P-099', contacts: ['x@y.example'] },
      problems: ['not-found partner'],
    },
    {
      name: 'without contacts, with a manager who is none',
      command: 'admitPartner',
      input: { partner: 'Cirrus', manager: SAM },
      problems: ['required contacts', 'invalid manager'],
    },
    {
      name: 'with a manager whom nobody knows',
      command: 'admitPartner',
      input: { partner: 'Cirrus', contacts: ['mia@cirrus.example'], manager: 'ghost@one.example' },
      problems: ['invalid manager'],
    },
    {
      name: 'with another partner’s address',
      command: 'admitPartner',
      input: { partner: 'Cirrus', contacts: ['mia@cirrus.example', 'KIM@acme.example'] },
      problems: ['invalid contacts'],
    },
    {
      name: 'of an active partner',
      command: 'admitPartner',
      input: { partner: 'acme consulting' },
      problems: ['illegal-state partner'],
    },
  ],
  declinePartner: [
    {
      name: 'without a reason',
      given: asked,
      command: 'declinePartner',
      input: { partner: 'Cirrus' },
      problems: ['required reason'],
    },
    {
      name: 'of an active partner, without a reason',
      command: 'declinePartner',
      input: { partner: 'P-001' },
      problems: ['required reason', 'illegal-state partner'],
    },
    {
      name: 'of nobody',
      command: 'declinePartner',
      input: { partner: 'Nix', reason: 'x' },
      problems: ['not-found partner'],
    },
  ],
  suspendPartner: [
    {
      name: 'of a company that only asked',
      given: asked,
      command: 'suspendPartner',
      input: { partner: 'P-003' },
      problems: ['required reason', 'illegal-state partner'],
    },
    {
      name: 'of nobody',
      command: 'suspendPartner',
      input: { partner: 'P-099', reason: 'x' },
      problems: ['not-found partner'],
    },
  ],
  assignManager: [
    {
      name: 'to somebody of another role',
      command: 'assignManager',
      input: { partner: 'P-001', manager: FAY },
      problems: ['invalid manager'],
    },
    {
      name: 'for a company that only asked',
      given: asked,
      command: 'assignManager',
      input: { partner: 'P-003', manager: ANA },
      problems: ['illegal-state partner'],
    },
    {
      name: 'for nobody, to nobody',
      command: 'assignManager',
      input: { partner: 'P-099' },
      problems: ['not-found partner', 'required manager'],
    },
  ],
  updatePartner: [
    {
      name: 'emptying name and contacts',
      command: 'updatePartner',
      input: { partner: 'P-001', name: '', contacts: [] },
      problems: ['required contacts', 'required name'],
    },
    {
      name: 'to the name and an address of another',
      command: 'updatePartner',
      input: { partner: 'P-001', name: 'borealis partners', contacts: ['lee@borealis.example'] },
      problems: ['invalid name', 'invalid contacts'],
    },
    {
      name: 'with contacts that are no addresses',
      command: 'updatePartner',
      input: { partner: 'P-001', contacts: 'kim@acme.example; kim(at)acme' },
      problems: ['invalid contacts'],
    },
  ],
  setAway: [
    {
      name: 'of somebody who is not there',
      command: 'setAway',
      input: { person: 'ghost@one.example', from: '2026-02-01', until: '2026-02-02', cover: BO },
      problems: ['not-found person'],
    },
    {
      name: 'ending before it begins, covered by oneself',
      command: 'setAway',
      input: { person: ANA, from: '2026-02-02', until: '2026-02-01', cover: ANA },
      problems: ['invalid until', 'invalid cover'],
    },
    {
      name: 'of a manager, covered by finance',
      command: 'setAway',
      input: { person: ANA, from: '2026-02-01', until: '2026-02-01', cover: FAY },
      problems: ['invalid cover'],
    },
    {
      name: 'on days that are none',
      command: 'setAway',
      input: { person: ANA, from: '2026-02-30', cover: BO },
      problems: ['required until', 'invalid from'],
    },
  ],
  setTeamMember: [
    {
      name: 'of no person in no role',
      command: 'setTeamMember',
      input: { person: 'ana', name: 'Ana', role: 'boss', active: 'maybe' },
      problems: ['invalid person', 'invalid role', 'invalid active'],
    },
    {
      name: 'taking the last head away',
      command: 'setTeamMember',
      input: { person: HEAD, name: 'Head', role: 'manager', active: true },
      problems: ['illegal-state role'],
    },
    {
      name: 'deactivating the last head',
      command: 'setTeamMember',
      input: { person: HEAD, name: 'Head', role: 'head', active: 'no' },
      problems: ['illegal-state role'],
    },
  ],
  updateSettings: [
    { name: 'of nothing', command: 'updateSettings', input: {}, problems: ['required'] },
    {
      name: 'that do not exist or are out of range',
      command: 'updateSettings',
      input: { 'Commission rate': '2', Weather: 'fine', 'Programme time zone': 'Mars/Olympus' },
      problems: ['invalid Commission rate', 'invalid Weather', 'invalid Programme time zone'],
    },
  ],
  registerLead: [
    {
      name: 'for nobody, of nobody',
      command: 'registerLead',
      input: { partner: 'P-099', customer: '' },
      problems: ['not-found partner', 'required customer'],
    },
    {
      name: 'for a company that only asked, with contacts and a time that are none',
      given: asked,
      command: 'registerLead',
      input: {
        partner: 'Cirrus',
        customer: 'Globex',
        contacts: [{ email: 'x' }],
        receivedAt: '2026-02-30T10:00',
      },
      problems: ['invalid contacts.0.email', 'invalid receivedAt', 'illegal-state partner'],
    },
    {
      name: 'that arrives in the future, and has no customer',
      command: 'registerLead',
      input: { partner: 'P-001', receivedAt: '2026-01-05T09:01' },
      problems: ['required customer', 'invalid receivedAt'],
    },
    {
      name: 'for a suspended partner',
      given: (door) => void door.must(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Audit' }),
      command: 'registerLead',
      input: { partner: 'P-001', customer: 'Globex' },
      problems: ['illegal-state partner'],
    },
    {
      name: 'with a text that is too long',
      command: 'registerLead',
      input: { partner: 'P-001', customer: LONG, note: LONG },
      problems: ['invalid customer', 'invalid note'],
    },
    {
      name: 'renewing what does not exist',
      command: 'registerLead',
      input: { partner: 'P-001', customer: 'Globex', previousLead: 'L-0099' },
      problems: ['not-found previousLead'],
    },
    {
      name: 'renewing what was never approved',
      given: rejected,
      command: 'registerLead',
      input: { partner: 'P-001', customer: 'Globex GmbH', previousLead: 'L-0001' },
      problems: ['invalid previousLead'],
    },
    {
      name: 'renewing another partner’s registration',
      given: active,
      command: 'registerLead',
      input: { partner: 'P-002', customer: 'Globex GmbH', previousLead: 'L-0001' },
      problems: ['invalid previousLead'],
    },
    {
      name: 'renewing the registration of another customer',
      given: active,
      command: 'registerLead',
      input: { partner: 'P-001', customer: 'Initech', previousLead: 'L-0001' },
      problems: ['invalid previousLead'],
    },
  ],
  approveLead: [
    {
      name: 'of nothing, by nobody',
      command: 'approveLead',
      input: { lead: 'L-0099' },
      problems: ['not-found lead', 'required salesOwner'],
    },
    {
      name: 'with an owner who sells nothing',
      given: submitted,
      command: 'approveLead',
      input: { lead: 'L-0001', salesOwner: FAY },
      problems: ['invalid salesOwner'],
    },
    {
      name: 'of an active lead, without an owner',
      given: active,
      command: 'approveLead',
      input: { lead: 'L-0001' },
      problems: ['required salesOwner', 'illegal-state lead'],
    },
    {
      name: 'of a converted lead',
      given: converted,
      command: 'approveLead',
      input: { lead: 'L-0001', salesOwner: SAM },
      problems: ['illegal-state lead'],
    },
    {
      name: 'of a rejected lead',
      given: rejected,
      command: 'approveLead',
      input: { lead: 'L-0001', salesOwner: SAM },
      problems: ['illegal-state lead'],
    },
    {
      name: 'of a suspended partner’s request for a held customer, without an owner',
      given: (door) => {
        registerActive(door, { partner: 'P-002' });
        register(door);
        door.must(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Audit' });
      },
      command: 'approveLead',
      input: { lead: 'L-0002' },
      problems: ['required salesOwner', 'illegal-state partner', 'held customer'],
    },
    {
      name: 'of a held customer, whatever the reason to override',
      given: (door) => {
        registerActive(door);
        register(door, { partner: 'P-002' });
      },
      command: 'approveLead',
      input: { lead: 'L-0002', salesOwner: SAM, override: 'The head said so.' },
      problems: ['held customer'],
    },
    {
      name: 'of the partner’s own customer',
      given: (door) => {
        registerActive(door);
        register(door);
      },
      command: 'approveLead',
      input: { lead: 'L-0002', salesOwner: SAM },
      problems: ['own customer'],
    },
    {
      name: 'before an earlier request is decided',
      given: (door) => {
        register(door, { partner: 'P-002' });
        register(door);
      },
      command: 'approveLead',
      input: { lead: 'L-0002', salesOwner: SAM },
      problems: ['pending customer'],
    },
    {
      name: 'of an engaged customer without a reason to override',
      given: (door) => {
        door.must(HEAD, 'addAccount', {
          name: 'Globex',
          website: 'globex.example',
          standing: 'Open opportunity',
        });
        register(door);
      },
      command: 'approveLead',
      input: { lead: 'L-0001', salesOwner: SAM, override: '   ' },
      problems: ['engaged customer'],
    },
    {
      name: 'of a customer that may be one that is held',
      given: (door) => {
        registerActive(door, { customer: 'Northwind Traders', website: '' });
        register(door, { partner: 'P-002', customer: 'Northwnd Traders', website: '' });
      },
      command: 'approveLead',
      input: { lead: 'L-0002', salesOwner: SAM },
      problems: ['possible customer'],
    },
    {
      name: 'of an engaged customer that another partner holds: the verdicts in their order',
      given: (door) => {
        registerActive(door);
        door.must(HEAD, 'addAccount', { name: 'Globex', website: 'globex.example', standing: 'Customer' });
        register(door, { partner: 'P-002' });
      },
      command: 'approveLead',
      input: { lead: 'L-0002', salesOwner: SAM },
      problems: ['held customer', 'engaged customer'],
    },
  ],
  returnLead: [
    {
      name: 'without reason and fields',
      given: submitted,
      command: 'returnLead',
      input: { lead: 'L-0001' },
      problems: ['required reason', 'required fields'],
    },
    {
      name: 'for another reason that nobody names, of fields that do not exist',
      given: submitted,
      command: 'returnLead',
      input: { lead: 'L-0001', reason: 'other', fields: ['shoe size'] },
      problems: ['required note', 'invalid fields'],
    },
    {
      name: 'of a rejected lead, without fields',
      given: rejected,
      command: 'returnLead',
      input: { lead: 'L-0001', reason: 'not-a-fit' },
      problems: ['required fields', 'illegal-state lead'],
    },
    {
      name: 'a second time',
      given: returned,
      command: 'returnLead',
      input: { lead: 'L-0001', reason: 'not-a-fit', fields: ['country'] },
      problems: ['illegal-state lead'],
    },
  ],
  resubmitLead: [
    {
      name: 'without what was asked for',
      given: returned,
      command: 'resubmitLead',
      input: { lead: 'L-0001' },
      problems: ['required website'],
    },
    {
      name: 'of a request that was not returned, with a name that is too long',
      given: submitted,
      command: 'resubmitLead',
      input: { lead: 'L-0001', customer: LONG },
      problems: ['invalid customer', 'illegal-state lead'],
    },
  ],
  rejectLead: [
    {
      name: 'for no known reason, of an active lead',
      given: active,
      command: 'rejectLead',
      input: { lead: 'L-0001', reason: 'dislike' },
      problems: ['invalid reason', 'illegal-state lead'],
    },
    {
      name: 'for another reason that nobody names',
      given: submitted,
      command: 'rejectLead',
      input: { lead: 'L-0001', reason: 'other', note: ' ' },
      problems: ['required note'],
    },
    {
      name: 'of nothing',
      command: 'rejectLead',
      input: { lead: 'L-0001' },
      problems: ['not-found lead', 'required reason'],
    },
  ],
  withdrawLead: [
    {
      name: 'of an active lead, with a reason that is too long',
      given: active,
      command: 'withdrawLead',
      input: { lead: 'L-0001', reason: LONG },
      problems: ['invalid reason', 'illegal-state lead'],
    },
  ],
  releaseLead: [
    {
      name: 'of a request',
      given: submitted,
      command: 'releaseLead',
      input: { lead: 'L-0001' },
      problems: ['illegal-state lead'],
    },
    {
      name: 'of a converted lead',
      given: converted,
      command: 'releaseLead',
      input: { lead: 'L-0001' },
      problems: ['illegal-state lead'],
    },
    {
      name: 'after the last day, before the daily run has said so',
      given: (door) => {
        registerActive(door);
        door.moveTo('2027-01-06T00:00');
      },
      command: 'releaseLead',
      input: { lead: 'L-0001' },
      problems: ['illegal-state lead'],
    },
  ],
  objectLead: [
    {
      name: 'to an active lead, without a reason',
      given: active,
      as: SAM,
      command: 'objectLead',
      input: { lead: 'L-0001' },
      problems: ['required reason', 'illegal-state lead'],
    },
  ],
  judgeMatch: [
    {
      name: 'of nothing with nothing',
      command: 'judgeMatch',
      input: { lead: 'L-0099', other: 'A-0099' },
      problems: ['not-found lead', 'not-found other', 'required same', 'required reason'],
    },
    {
      name: 'of a lead with itself',
      given: submitted,
      command: 'judgeMatch',
      input: { lead: 'L-0001', other: 'l-0001', same: true, reason: 'x' },
      problems: ['invalid other'],
    },
    {
      name: 'different, against a certain match',
      given: (door) => {
        register(door);
        register(door, { partner: 'P-002', customer: 'Globex' });
      },
      command: 'judgeMatch',
      input: { lead: 'L-0002', other: 'L-0001', same: false, reason: 'x' },
      problems: ['illegal-state other'],
    },
  ],
  updateLead: [
    { name: 'of nothing', command: 'updateLead', input: { lead: 'L-0099' }, problems: ['not-found lead'] },
    {
      name: 'emptying the customer, with a website and a note that are too long',
      given: submitted,
      command: 'updateLead',
      input: { lead: 'L-0001', customer: '', website: LONG, note: LONG },
      problems: ['required customer', 'invalid website', 'invalid note'],
    },
    {
      name: 'naming a sales owner before approval',
      given: submitted,
      command: 'updateLead',
      input: { lead: 'L-0001', salesOwner: SAM },
      problems: ['illegal-state salesOwner'],
    },
    {
      name: 'emptying the sales owner after approval',
      given: active,
      command: 'updateLead',
      input: { lead: 'L-0001', salesOwner: '' },
      problems: ['required salesOwner'],
    },
    {
      name: 'to the customer that another partner holds',
      given: (door) => {
        registerActive(door);
        registerActive(door, { partner: 'P-002', customer: 'Initech', website: 'initech.example' });
      },
      command: 'updateLead',
      input: { lead: 'L-0002', website: 'www.globex.example' },
      problems: ['held customer'],
    },
  ],
  recordIntroduction: [
    {
      name: 'of nobody, made tomorrow',
      given: active,
      command: 'recordIntroduction',
      input: { lead: 'L-0001', introducedOn: '2026-01-06', relation: 'friend', email: 'x' },
      problems: [
        'required name',
        'required title',
        'required decisionMaker',
        'invalid email',
        'invalid relation',
        'invalid introducedOn',
      ],
    },
    {
      name: 'for a rejected lead',
      given: rejected,
      command: 'recordIntroduction',
      input: {
        lead: 'L-0001',
        name: 'Hanna',
        title: 'CIO',
        email: 'h@globex.example',
        relation: 'employed',
        decisionMaker: true,
        introducedOn: '2026-01-05',
      },
      problems: ['illegal-state lead'],
    },
  ],
  updateIntroduction: [
    {
      name: 'emptying what an introduction needs',
      given: (door) => void introduce(door, registerActive(door)),
      command: 'updateIntroduction',
      input: {
        introduction: 'I-0001',
        name: '',
        title: '',
        email: '',
        relation: '',
        decisionMaker: '',
        introducedOn: '',
      },
      problems: [
        'required name',
        'required title',
        'required email',
        'required relation',
        'required decisionMaker',
        'required introducedOn',
      ],
    },
    {
      name: 'of nothing, to a day in the future',
      command: 'updateIntroduction',
      input: { introduction: 'I-0099', introducedOn: '2026-01-06' },
      problems: ['not-found introduction', 'invalid introducedOn'],
    },
  ],
  confirmIntroduction: [
    {
      name: 'a second time',
      given: (door) => void introduce(door, registerActive(door)),
      command: 'confirmIntroduction',
      input: { introduction: 'I-0001' },
      problems: ['illegal-state introduction'],
    },
    {
      name: 'of nothing',
      command: 'confirmIntroduction',
      input: { introduction: 'I-0001' },
      problems: ['not-found introduction'],
    },
  ],
  enterDeal: [
    {
      name: 'on a request, signed without a day, currency and gross',
      given: submitted,
      command: 'enterDeal',
      input: { lead: 'L-0001', kind: 'SaaS licence', status: 'Signed' },
      problems: ['required signedOn', 'required currency', 'required gross', 'illegal-state lead'],
    },
    {
      name: 'of no kind, in no currency, signed tomorrow',
      given: active,
      command: 'enterDeal',
      input: { lead: 'L-0001', kind: 'Gift', currency: 'XXQ', signedOn: '2026-01-06' },
      problems: ['required status', 'invalid kind', 'invalid signedOn', 'invalid currency'],
    },
    {
      name: 'open with a day of signing',
      given: active,
      command: 'enterDeal',
      input: { lead: 'L-0001', kind: 'Services', status: 'Open', signedOn: '2026-01-05' },
      problems: ['invalid signedOn'],
    },
    {
      name: 'of a negative net',
      given: active,
      command: 'enterDeal',
      input: {
        lead: 'L-0001',
        kind: 'SaaS licence',
        status: 'Open',
        currency: 'EUR',
        gross: '10',
        deductions: '10.01',
      },
      problems: ['invalid deductions'],
    },
    {
      name: 'of more decimals than yen have and more digits than count exactly',
      given: active,
      command: 'enterDeal',
      input: {
        lead: 'L-0001',
        kind: 'SaaS licence',
        status: 'Open',
        currency: 'JPY',
        gross: '10.5',
        deductions: '1234567890123456',
      },
      problems: ['invalid gross', 'invalid deductions'],
    },
  ],
  updateDeal: [
    {
      name: 'of nothing',
      command: 'updateDeal',
      input: { deal: 'D-0001', status: 'Lost' },
      problems: ['not-found deal'],
    },
    {
      name: 'emptying what a signed deal needs',
      given: converted,
      command: 'updateDeal',
      input: { deal: 'D-0001', kind: '', status: '', signedOn: '', currency: '', gross: '' },
      problems: [
        'required kind',
        'required status',
        'required signedOn',
        'required currency',
        'required gross',
      ],
    },
    {
      name: 'emptying the amounts once it was paid, which would let another currency in',
      given: paid,
      command: 'updateDeal',
      input: { deal: 'D-0001', status: 'Lost', signedOn: '', gross: '', deductions: '' },
      problems: ['frozen currency'],
    },
    {
      name: 'emptying the amounts once there is cash',
      given: earning,
      command: 'updateDeal',
      input: { deal: 'D-0001', status: 'Lost', signedOn: '', gross: '', deductions: '' },
      problems: ['illegal-state currency'],
    },
    {
      name: 'to a request',
      given: (door) => {
        converted(door);
        register(door, { customer: 'Initech', website: 'initech.example' });
      },
      command: 'updateDeal',
      input: { deal: 'D-0001', lead: 'L-0002' },
      problems: ['illegal-state lead'],
    },
    {
      name: 'of currency and lead once it was paid',
      given: (door) => {
        paid(door);
        registerActive(door, { customer: 'Initech', website: 'initech.example' });
      },
      command: 'updateDeal',
      input: { deal: 'D-0001', lead: 'L-0002', currency: 'EUR' },
      problems: ['frozen currency', 'frozen lead'],
    },
    {
      name: 'of the currency once there is cash',
      given: earning,
      command: 'updateDeal',
      input: { deal: 'D-0001', currency: 'EUR' },
      problems: ['illegal-state currency'],
    },
    {
      name: 'of the currency once there are credits',
      given: (door) => {
        converted(door);
        door.must(FAY, 'creditDeal', {
          deal: 'D-0001',
          amount: '5',
          creditedOn: '2026-01-05',
          reason: 'Refund',
        });
      },
      command: 'updateDeal',
      input: { deal: 'D-0001', currency: 'EUR', gross: '1' },
      problems: ['illegal-state currency'],
    },
  ],
  recordReceipt: [
    {
      name: 'of nothing, for nothing',
      command: 'recordReceipt',
      input: { deal: 'D-0001' },
      problems: ['not-found deal', 'required receivedOn', 'required amount', 'required reference'],
    },
    {
      name: 'from the future for an open deal, without a reference',
      given: (door) => {
        door.must(HEAD, 'enterDeal', {
          lead: registerActive(door),
          kind: 'SaaS licence',
          status: 'Open',
          currency: 'EUR',
          gross: '1',
        });
      },
      command: 'recordReceipt',
      input: { deal: 'D-0001', receivedOn: '2026-01-06', amount: '1' },
      problems: ['required reference', 'invalid receivedOn', 'illegal-state deal'],
    },
    {
      name: 'before the signing, of nothing, with a known reference written otherwise',
      given: earning,
      command: 'recordReceipt',
      input: { deal: 'D-0001', receivedOn: '2026-01-04', amount: '0', reference: 'receipt  D-0001 ' },
      problems: ['invalid receivedOn', 'invalid amount', 'duplicate-reference reference'],
    },
  ],
  creditDeal: [
    {
      name: 'larger than the net',
      given: converted,
      as: FAY,
      command: 'creditDeal',
      input: { deal: 'D-0001', amount: '100000.01', creditedOn: '2026-01-05', reason: 'Refund' },
      problems: ['invalid amount'],
    },
    {
      name: 'of a deal that is not signed, in the future, without a reason',
      given: (door) => {
        door.must(HEAD, 'enterDeal', {
          lead: registerActive(door),
          kind: 'SaaS licence',
          status: 'Open',
          currency: 'EUR',
          gross: '9',
        });
      },
      as: FAY,
      command: 'creditDeal',
      input: { deal: 'D-0001', amount: '1', creditedOn: '2026-01-06' },
      problems: ['required reason', 'invalid creditedOn', 'illegal-state deal'],
    },
  ],
  holdCommission: [
    {
      name: 'of nothing',
      as: FAY,
      command: 'holdCommission',
      input: { commission: 'C-0001' },
      problems: ['not-found commission'],
    },
    {
      name: 'of a paid line',
      given: paid,
      as: FAY,
      command: 'holdCommission',
      input: { commission: 'C-0001' },
      problems: ['already-paid commission'],
    },
    {
      name: 'a second time',
      given: (door) => {
        earning(door);
        door.must(FAY, 'holdCommission', { commission: 'C-0001' });
      },
      as: FAY,
      command: 'holdCommission',
      input: { commission: 'C-0001', reason: 'Audit' },
      problems: ['illegal-state commission'],
    },
  ],
  releaseHold: [
    {
      name: 'of what nobody holds',
      given: earning,
      as: FAY,
      command: 'releaseHold',
      input: { commission: 'C-0001' },
      problems: ['illegal-state commission'],
    },
    {
      name: 'of what the suspension alone holds',
      given: (door) => {
        due(door);
        door.must(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Audit' });
      },
      as: FAY,
      command: 'releaseHold',
      input: { commission: 'C-0001' },
      problems: ['illegal-state commission'],
    },
    {
      name: 'of a paid line',
      given: paid,
      as: FAY,
      command: 'releaseHold',
      input: { commission: 'C-0001' },
      problems: ['already-paid commission'],
    },
  ],
  compareMatches: [
    {
      name: 'of a lead that is not there',
      as: ANA,
      command: 'compareMatches',
      input: { lead: 'L-9999' },
      problems: ['not-found lead'],
    },
  ],
  preparePaymentRun: [
    {
      name: 'as of no day',
      as: FAY,
      command: 'preparePaymentRun',
      input: { asOf: 'soon' },
      problems: ['invalid asOf'],
    },
  ],
  payRun: [
    {
      name: 'of nothing, in the future, without a reference, prepared by sales',
      as: FAY,
      command: 'payRun',
      input: { asOf: '', paidOn: '2026-01-06', preparedBy: SAM, partners: 'Nobody' },
      problems: ['required asOf', 'required reference', 'invalid paidOn'],
    },
    {
      name: 'where nothing is due',
      given: earning,
      as: FAY,
      command: 'payRun',
      input: { asOf: '2026-01-05', paidOn: '2026-01-05', reference: 'RUN 1' },
      problems: ['illegal-state asOf'],
    },
    {
      name: 'as of a day to come, of partners that are not there',
      given: due,
      as: FAY,
      command: 'payRun',
      input: { asOf: '2026-02-05', paidOn: '2026-02-04', reference: 'RUN 1', partners: ['Nobody', 'P-001'] },
      problems: ['not-found partners', 'invalid asOf'],
    },
    {
      name: 'under the reference of a payment',
      given: (door) => {
        paid(door);
        registerEarning(door, { customer: 'Initech', website: 'initech.example' });
        door.moveTo('2026-03-10T09:00');
      },
      as: FAY,
      command: 'payRun',
      input: { asOf: '2026-03-10', paidOn: '2026-03-10', reference: 'pay 1' },
      problems: ['duplicate-reference reference'],
    },
  ],
  voidPayment: [
    {
      name: 'of a line that is not paid, without a reason',
      given: due,
      as: FAY,
      command: 'voidPayment',
      input: { commission: 'C-0001' },
      problems: ['required reason'],
    },
    {
      name: 'of a line that is due',
      given: due,
      as: FAY,
      command: 'voidPayment',
      input: { commission: 'C-0001', reason: 'Returned' },
      problems: ['illegal-state commission'],
    },
  ],
  voidReceipt: [
    {
      name: 'of one that is not there',
      as: FAY,
      command: 'voidReceipt',
      input: { receipt: 'R-0009' },
      problems: ['not-found receipt', 'required reason'],
    },
  ],
  exportPayments: [
    {
      name: 'under a reference that nothing was paid under',
      as: FAY,
      command: 'exportPayments',
      input: { reference: 'PAY 9' },
      problems: ['not-found reference'],
    },
  ],
  makeStatement: [
    {
      name: 'of a partner that is not there, for no month',
      as: FAY,
      command: 'makeStatement',
      input: { partner: 'Nobody', month: 'March' },
      problems: ['not-found partner', 'invalid month'],
    },
    {
      name: 'of a company that only asked to join, for a month to come',
      given: asked,
      as: FAY,
      command: 'makeStatement',
      input: { partner: 'Cirrus', month: '2026-02' },
      problems: ['invalid month', 'illegal-state partner'],
    },
  ],
  setPaymentDetails: [
    {
      name: 'that are neither complete nor incomplete, of a company that only asked to join',
      given: asked,
      as: FAY,
      command: 'setPaymentDetails',
      input: { partner: 'Cirrus', complete: 'perhaps' },
      problems: ['invalid complete', 'illegal-state partner'],
    },
  ],
  openDispute: [
    {
      name: 'without a claim',
      given: earning,
      as: ANA,
      command: 'openDispute',
      input: { commission: 'C-0001' },
      problems: ['required claim'],
    },
  ],
  decideDispute: [
    {
      name: 'where there is none, with no outcome',
      given: earning,
      as: FAY,
      command: 'decideDispute',
      input: { commission: 'C-0001', outcome: 'perhaps' },
      problems: ['required reason', 'invalid outcome', 'illegal-state commission'],
    },
  ],
  explainCommission: [
    {
      name: 'of a line that is not there',
      as: SAM,
      command: 'explainCommission',
      input: { commission: 'C-0009' },
      problems: ['not-found commission'],
    },
  ],
  recordRate: [
    {
      name: 'of a currency into itself, in the future, with a comma',
      as: FAY,
      command: 'recordRate',
      input: { currency: 'EUR', into: 'EUR', on: '2026-01-06', rate: '1,08' },
      problems: ['invalid on'],
    },
    {
      name: 'of no currency, into none, with a comma',
      as: FAY,
      command: 'recordRate',
      input: { on: '2026-01-05', rate: '1,08' },
      problems: ['required currency', 'required into', 'invalid rate'],
    },
  ],
  recordPayment: [
    {
      name: 'before the line is due, in the future, without a reference',
      given: earning,
      as: FAY,
      command: 'recordPayment',
      input: { commission: 'C-0001', paidOn: '2026-01-06' },
      problems: ['required reference', 'invalid paidOn', 'illegal-state commission'],
    },
    {
      name: 'of a paid line, without a day',
      given: paid,
      as: FAY,
      command: 'recordPayment',
      input: { commission: 'C-0001', reference: 'PAY 2' },
      problems: ['required paidOn', 'already-paid commission'],
    },
    {
      name: 'of a held line',
      given: (door) => {
        due(door);
        door.must(FAY, 'holdCommission', { commission: 'C-0001' });
      },
      as: FAY,
      command: 'recordPayment',
      input: { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' },
      problems: ['on-hold commission'],
    },
    {
      name: 'under the reference of another day',
      given: (door) => {
        registerEarning(door);
        registerEarning(door, { customer: 'Initech', website: 'initech.example' });
        door.moveTo('2026-02-05T09:00');
        door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
      },
      as: FAY,
      command: 'recordPayment',
      input: { commission: 'C-0002', paidOn: '2026-02-05', reference: 'pay 1' },
      problems: ['duplicate-reference reference'],
    },
    {
      name: 'under the reference of another partner',
      given: (door) => {
        registerEarning(door);
        registerEarning(door, { partner: 'P-002', customer: 'Initech', website: 'initech.example' });
        door.moveTo('2026-02-05T09:00');
        door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
      },
      as: FAY,
      command: 'recordPayment',
      input: { commission: 'C-0002', paidOn: '2026-02-04', reference: 'PAY 1' },
      problems: ['duplicate-reference reference'],
    },
    {
      name: 'of a negative adjustment by itself',
      given: (door) => {
        paid(door);
        door.must(FAY, 'creditDeal', {
          deal: 'D-0001',
          amount: '500',
          creditedOn: '2026-02-04',
          reason: 'Refund',
        });
      },
      as: FAY,
      command: 'recordPayment',
      input: { commission: 'C-0002', paidOn: '2026-02-04', reference: 'PAY 2' },
      problems: ['illegal-state commission'],
    },
  ],
  shareSnapshot: [
    {
      name: 'of a month that has not begun, for nobody',
      command: 'shareSnapshot',
      input: { partner: 'P-099', month: '2026-02' },
      problems: ['not-found partner', 'invalid month'],
    },
    {
      name: 'for a company that only asked',
      given: asked,
      command: 'shareSnapshot',
      input: { partner: 'P-003', month: 'January' },
      problems: ['invalid month', 'illegal-state partner'],
    },
  ],
  addAccount: [
    {
      name: 'without name and standing',
      command: 'addAccount',
      input: { lastActivity: 'yesterday' },
      problems: ['required name', 'required standing', 'invalid lastActivity'],
    },
  ],
  updateAccount: [
    {
      name: 'of nothing, to no standing',
      command: 'updateAccount',
      input: { account: 'A-0001', name: 'Globex', standing: 'Friend' },
      problems: ['not-found account', 'invalid standing'],
    },
  ],
  importRows: [
    {
      name: 'into another tab, of nothing',
      command: 'importRows',
      input: { tab: 'Leads', rows: [] },
      problems: ['required rows', 'invalid tab'],
    },
    {
      name: 'with every problem of every row',
      command: 'importRows',
      input: {
        tab: 'Accounts',
        rows: [
          { Name: 'Globex', Standing: 'Customer' },
          { Name: '', Standing: 'Friend', Colour: 'red' },
          { 'Account ID': 'A-0099', Name: 'Initech', Standing: 'Former' },
          'Hooli',
        ],
      },
      problems: [
        'not-found rows.2.Account ID',
        'required rows.1.Name',
        'required rows.3.Name',
        'required rows.3.Standing',
        'invalid rows.1.Colour',
        'invalid rows.1.Standing',
        'invalid rows.3',
      ],
    },
  ],
};

describe.each(Object.entries(REFUSALS))('%s is refused', (_group, refusals) => {
  test.each(refusals)('$name', ({ given, as = HEAD, command, input, problems }) => {
    const door = openProgramme();
    given?.(door);
    const before = door.records.compact();
    expect(problemsOf(door.run(as, command, input))).toEqual(problems);
    expect(door.records.compact()).toEqual(before);
  });
});
