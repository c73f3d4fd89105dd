import type { PeopleCommand } from '../../../src/registry/commands/command-table.ts';
import { ANA, type CrashCase, giveCommand, HEAD } from './crash-case.ts';

const SAM = 'sam@one.example';
const FAY = 'fay@one.example';

type Inputs = readonly (readonly [input: object, as?: string])[];

const INTRODUCTION = {
  name: 'Al Roe',
  title: 'COO',
  email: 'al@soylent.example',
  relation: 'employed',
  decisionMaker: true,
  introducedOn: '2026-03-01',
};

/** For every command what is accepted in the registry with a past, and what is refused and journaled. */
const INPUTS: Readonly<Record<PeopleCommand, { readonly accepted: Inputs; readonly refused: Inputs }>> = {
  requestToJoin: {
    accepted: [[{ company: 'Echo', contactName: 'Ed', contactEmail: 'ed@echo.example' }]],
    refused: [[{ company: '' }]],
  },
  returnJoinRequest: {
    accepted: [[{ company: 'Delta', fields: ['Country'], note: 'Where are you?' }]],
    refused: [[{ company: 'Acme', fields: ['Country'] }]],
  },
  admitPartner: {
    accepted: [
      [{ partner: 'Cirrus', contacts: ['cy@cirrus.example'] }],
      [{ partner: 'Foxtrot', contacts: ['fi@foxtrot.example'], manager: ANA }],
    ],
    refused: [[{ partner: 'Golf', contacts: ['kim@acme.example'] }]],
  },
  declinePartner: {
    accepted: [[{ partner: 'Delta', reason: 'No fit' }]],
    refused: [[{ partner: 'Acme', reason: 'x' }]],
  },
  suspendPartner: {
    accepted: [[{ partner: 'Acme', reason: 'Pause' }]],
    refused: [[{ partner: 'Nobody', reason: 'x' }]],
  },
  recordAttendance: {
    accepted: [[{ partner: 'Acme', training: '2026-01-15', attended: true }]],
    refused: [[{ partner: 'Acme', training: '2099-01-15', attended: true }]],
  },
  resendMail: {
    accepted: [],
    refused: [[{ mail: 'M-9999' }]],
  },
  // What waits while the registry is closed is looked at by its own test.
  beginImport: { accepted: [], refused: [[{ what: 'x'.repeat(10_000) }]] },
  endImport: { accepted: [[{}]], refused: [[{ all: true }]] },
  assignManager: {
    accepted: [[{ partner: 'Beta', manager: ANA }]],
    refused: [[{ partner: 'Beta', manager: 'nobody@one.example' }]],
  },
  updatePartner: {
    accepted: [[{ partner: 'Beta', contacts: ['joe@beta.example', 'jim@beta.example'], name: 'Beta Works' }]],
    refused: [[{ partner: 'Beta', contacts: ['kim@acme.example'] }]],
  },
  setAway: {
    accepted: [[{ person: ANA, from: '2026-03-02', until: '2026-03-06', cover: 'bo@one.example' }, ANA]],
    refused: [[{ person: ANA, from: '2026-03-06', until: '2026-03-02', cover: 'bo@one.example' }, ANA]],
  },
  setTeamMember: {
    accepted: [
      [{ person: 'zoe@one.example', name: 'Zoe', role: 'head', active: true }],
      [{ person: 'bo@one.example', name: 'Bo', role: 'manager', active: false }],
    ],
    refused: [[{ person: 'not an address', name: 'Zoe', role: 'head', active: true }]],
  },
  updateSettings: {
    accepted: [
      [{ 'Payment days after first cash receipt': '45' }],
      [{ 'Programme time zone': 'Europe/Berlin' }],
    ],
    refused: [[{ 'Programme time zone': 'Nowhere' }]],
  },
  registerLead: {
    accepted: [
      [{ partner: 'P-002', customer: 'Umbrella', website: 'umbrella.example' }],
      [{ partner: 'P-002', customer: 'Globex', website: 'globex.example' }],
    ],
    refused: [[{ partner: 'P-009', customer: '' }]],
  },
  approveLead: {
    accepted: [[{ lead: 'L-0006', salesOwner: SAM }, ANA]],
    refused: [[{ lead: 'L-0001', salesOwner: SAM }, ANA]],
  },
  returnLead: {
    accepted: [[{ lead: 'L-0006', reason: 'insufficient-information', fields: ['website'] }, ANA]],
    refused: [[{ lead: 'L-0006', reason: 'nonsense', fields: [] }, ANA]],
  },
  resubmitLead: {
    accepted: [[{ lead: 'L-0005', website: 'stark-industries.example' }, ANA]],
    refused: [[{ lead: 'L-0001', website: 'x.example' }, ANA]],
  },
  rejectLead: {
    accepted: [[{ lead: 'L-0006', reason: 'not-a-fit' }, ANA]],
    refused: [[{ lead: 'L-0006', reason: 'other' }, ANA]],
  },
  withdrawLead: { accepted: [[{ lead: 'L-0006' }, ANA]], refused: [[{ lead: 'L-0001' }, ANA]] },
  releaseLead: { accepted: [[{ lead: 'L-0004', reason: 'Lost interest' }]], refused: [[{ lead: 'L-0006' }]] },
  objectLead: {
    accepted: [[{ lead: 'L-0007', reason: 'We know them' }, SAM]],
    refused: [[{ lead: 'L-0001', reason: '' }, SAM]],
  },
  judgeMatch: {
    accepted: [
      [{ lead: 'L-0007', other: 'A-0001', same: false, reason: 'Another company' }],
      [{ lead: 'L-0007', other: 'A-0001', same: true, reason: 'The same house' }],
    ],
    refused: [[{ lead: 'L-0007', other: 'A-0009', same: true, reason: '' }]],
  },
  updateLead: {
    accepted: [[{ lead: 'L-0007', customer: 'Initech Europe', note: '=1+1' }]],
    refused: [[{ lead: 'L-0009', note: 'x' }]],
  },
  recordIntroduction: {
    accepted: [[{ lead: 'L-0004', ...INTRODUCTION }]],
    refused: [[{ lead: 'L-0004', ...INTRODUCTION, relation: 'cousin' }]],
  },
  updateIntroduction: {
    accepted: [[{ introduction: 'I-0002', title: 'CEO' }]],
    refused: [[{ introduction: 'I-0099', title: 'CEO' }]],
  },
  confirmIntroduction: {
    accepted: [
      [{ introduction: 'I-0003' }, SAM],
      [{ introduction: 'I-0002', refuse: 'Left the company' }, SAM],
    ],
    refused: [[{ introduction: 'I-0099' }, SAM]],
  },
  enterDeal: {
    accepted: [
      [
        {
          lead: 'L-0004',
          kind: 'SaaS licence',
          status: 'Signed',
          signedOn: '2026-03-01',
          currency: 'EUR',
          gross: '99.99',
        },
        SAM,
      ],
    ],
    refused: [
      [
        {
          lead: 'L-0006',
          kind: 'SaaS licence',
          status: 'Signed',
          signedOn: '2026-03-01',
          currency: 'EUR',
          gross: '1',
        },
      ],
    ],
  },
  updateDeal: {
    accepted: [[{ deal: 'D-0001', gross: '1200' }], [{ deal: 'D-0002', status: 'Lost' }]],
    refused: [[{ deal: 'D-0001', currency: 'EUR' }]],
  },
  recordReceipt: {
    accepted: [[{ deal: 'D-0003', receivedOn: '2026-02-28', amount: '10', reference: 'R-9' }, FAY]],
    refused: [[{ deal: 'D-0001', receivedOn: '2026-02-28', amount: '10', reference: 'R-1' }, FAY]],
  },
  creditDeal: {
    accepted: [[{ deal: 'D-0001', amount: '100', creditedOn: '2026-03-01', reason: 'Late' }, FAY]],
    refused: [[{ deal: 'D-0001', amount: '5000', creditedOn: '2026-03-01', reason: 'Late' }, FAY]],
  },
  holdCommission: {
    accepted: [[{ commission: 'C-0002', reason: 'A question' }, FAY]],
    refused: [[{ commission: 'C-0001', reason: 'A question' }, FAY]],
  },
  releaseHold: { accepted: [[{ commission: 'C-0003' }, FAY]], refused: [[{ commission: 'C-0002' }, FAY]] },
  compareMatches: { accepted: [[{ lead: 'L-0001' }]], refused: [[{ lead: 'L-9999' }]] },
  preparePaymentRun: { accepted: [[{ asOf: '2026-03-02' }, FAY]], refused: [[{ asOf: 'soon' }, FAY]] },
  recordPayment: {
    accepted: [[{ commission: 'C-0002', paidOn: '2026-03-02', reference: 'PAY-2' }, FAY]],
    refused: [[{ commission: 'C-0001', paidOn: '2026-03-02', reference: 'PAY-1' }, FAY]],
  },
  voidReceipt: {
    accepted: [[{ receipt: 'R-0002', reason: 'Another customer' }, FAY]],
    refused: [[{ receipt: 'R-0099', reason: 'x' }, FAY]],
  },
  importReceipts: {
    accepted: [
      [{ rows: [{ deal: 'D-0003', receivedOn: '2026-02-28', amount: '10', reference: 'B-1' }] }, FAY],
      [{ dryRun: true, rows: [{ deal: 'D-0099', receivedOn: 'x', amount: '', reference: '' }] }, FAY],
    ],
    refused: [[{ rows: [{ deal: 'D-0003', receivedOn: '28.02.2026', amount: '10', reference: 'B' }] }, FAY]],
  },
  payRun: {
    accepted: [[{ asOf: '2026-03-02', paidOn: '2026-03-02', reference: 'RUN-1' }, FAY]],
    refused: [[{ asOf: '2026-03-02', paidOn: '2026-03-02', reference: 'PAY-1' }, FAY]],
  },
  voidPayment: {
    accepted: [[{ commission: 'C-0001', reason: 'Returned by the bank' }, FAY]],
    refused: [[{ commission: 'C-0002', reason: 'x' }, FAY]],
  },
  exportPayments: { accepted: [[{ reference: 'PAY-1' }, FAY]], refused: [[{ reference: 'PAY-9' }, FAY]] },
  makeStatement: {
    accepted: [[{ partner: 'Acme', month: '2026-02' }, FAY]],
    refused: [[{ partner: 'Acme', month: '2026-04' }, FAY]],
  },
  setPaymentDetails: {
    accepted: [[{ partner: 'Acme', complete: false, note: 'Tax form' }, FAY]],
    refused: [[{ partner: 'Acme', complete: 'perhaps' }, FAY]],
  },
  openDispute: {
    accepted: [[{ commission: 'C-0002', claim: 'More was sold' }, FAY]],
    refused: [[{ commission: 'C-0099', claim: 'x' }, FAY]],
  },
  decideDispute: {
    accepted: [],
    refused: [[{ commission: 'C-0002', outcome: 'upheld', reason: 'x' }, FAY]],
  },
  explainCommission: {
    accepted: [[{ commission: 'C-0001' }, FAY]],
    refused: [[{ commission: 'C-0099' }, FAY]],
  },
  forecastCommissions: { accepted: [[{}, FAY]], refused: [[{ when: 'soon' }, FAY]] },
  recordRate: {
    accepted: [[{ currency: 'EUR', into: 'USD', on: '2026-03-01', rate: '1.0842' }, FAY]],
    refused: [[{ currency: 'EUR', into: 'USD', on: '2026-03-01', rate: '1,08' }, FAY]],
  },
  shareSnapshot: {
    accepted: [[{ partner: 'Beta', month: '2026-02' }], [{ partner: 'Acme', month: '2026-03' }]],
    refused: [[{ partner: 'Acme', month: '2026-04' }]],
  },
  addAccount: {
    accepted: [[{ name: 'Wayne', standing: 'Customer', website: 'wayne.example' }]],
    refused: [[{ name: '', standing: 'Lover' }]],
  },
  updateAccount: {
    accepted: [[{ account: 'A-0001', name: 'Initech Inc.', standing: 'Former' }]],
    refused: [[{ account: 'A-0099', name: 'x' }]],
  },
  importRows: {
    accepted: [
      [
        {
          tab: 'Accounts',
          rows: [
            { Name: 'Cyberdyne', Standing: 'Former' },
            { Name: 'Aperture', Standing: 'Customer', Website: 'aperture.example' },
          ],
        },
      ],
    ],
    refused: [[{ tab: 'Accounts', rows: [{ Name: '', Standing: 'x' }] }]],
  },
};

/** One case for each input of each command, and one for somebody who may not. */
export function commandCases(): readonly CrashCase[] {
  const given = Object.entries(INPUTS).flatMap(([command, { accepted, refused }]) => [
    ...accepted.map(([input, as], n) => commandCase(command, `accepted ${n + 1}`, input, as)),
    ...refused.map(([input, as], n) => commandCase(command, `refused ${n + 1}`, input, as)),
  ]);
  return [...given, commandCase('approveLead', 'not allowed', { lead: 'L-0006', salesOwner: SAM }, FAY)];
}

/** Whoever rolls these forward may be unable to share another's file or to write the tabs of programme heads. */
const LEFT_TO_THE_CLOCK = ['shareSnapshot', 'setTeamMember', 'updateSettings', 'setAway'];

function commandCase(command: string, what: string, input: object, as = HEAD): CrashCase {
  const request = { command, input, requestId: 'the-click' };
  return {
    name: `${command}, ${what}`,
    pledge: LEFT_TO_THE_CLOCK.includes(command) ? 'typed' : 'whole',
    function: 'execute',
    nexts: ['again', 'other', 'clock'],
    prepare: (world) => world,
    cause: (place, faults) => giveCommand(place, as, request, faults),
  };
}
