import { describe, expect, test } from 'vitest';
import type { Issue } from '../../../src/core/result.ts';
import { PEOPLE_COMMANDS, type PeopleCommand } from '../../../src/registry/commands/command-table.ts';
import type { FormDescription } from '../../../src/registry/dialogs/form-description.ts';
import { FORMS, type FormName } from '../../../src/registry/dialogs/form-table.ts';
import { fieldsOf } from '../../fuzz/support/fields-of.ts';
import { askQuestion, mustAsk } from '../support/ask-question.ts';
import {
  ANA,
  BO,
  FAY,
  HEAD,
  introduce,
  openProgramme,
  register,
  registerActive,
  SAM,
  sign,
} from '../support/office.ts';
import type { TestDoor } from '../support/test-door.ts';

interface Described {
  readonly form: FormDescription;
  readonly problems: readonly Issue[];
}

function describeForm(door: TestDoor, as: string, form: FormName, more: object = {}): Described {
  return mustAsk(door, as, 'describeForm', { form, ...more });
}

function offered(door: TestDoor, as: string, form: FormName): readonly string[] {
  return describeForm(door, as, form).form.subject?.options.map(({ value }) => value) ?? [];
}

/** Commands that a list, a file or the sheet itself gives, and questions. */
const WITHOUT_FORM: readonly PeopleCommand[] = [
  'addAccount',
  'updateAccount',
  'importRows',
  'compareMatches',
  'preparePaymentRun',
  'importReceipts',
  'exportPayments',
  'makeStatement',
  'explainCommission',
  'forecastCommissions',
];

describe('the forms', () => {
  test('are there for every command that a person gives about one record', () => {
    const commands = Object.keys(PEOPLE_COMMANDS) as PeopleCommand[];
    expect(commands.filter((command) => !Object.hasOwn(FORMS, command)).sort()).toEqual(
      [...WITHOUT_FORM].sort(),
    );
  });

  describe.each(Object.keys(FORMS) as FormName[])('%s', (name) => {
    const { form } = describeForm(openProgramme(), HEAD, name);

    test('asks for fields of its command alone', () => {
      const known = fieldsOf(FORMS[name].command);
      const sent = form.fields.filter(({ isFormOnly }) => isFormOnly !== true).map((field) => field.name);
      const asked = [...(form.subject === null ? [] : [form.subject.field]), ...sent];
      expect(asked.filter((field) => !known.includes(field))).toEqual([]);
      expect(new Set(asked).size).toBe(asked.length);
    });

    test('holds values of its own fields only, and says every word that its page shows', () => {
      const names = form.fields.map((field) => field.name);
      expect(Object.keys(form.values).filter((field) => !names.includes(field))).toEqual([]);
      const words = [
        form.title,
        form.intro,
        form.confirm,
        form.done,
        form.next,
        ...form.fields.map(({ label }) => label),
      ];
      expect(words.filter((word) => word.trim() === '')).toEqual([]);
    });
  });

  test('are refused to whoever may never give the command', () => {
    const door = openProgramme();
    for (const [as, form] of [
      [FAY, 'approveLead'],
      [SAM, 'registerLead'],
      [ANA, 'updateSettings'],
    ] as const) {
      expect(askQuestion(door, as, 'describeForm', { form })).toMatchObject({
        ok: false,
        issues: [{ code: 'not-allowed' }],
      });
    }
  });

  test('offer the records that fit and that the person may act on, the latest first', () => {
    const door = openProgramme();
    register(door, { customer: 'Initech', website: '' });
    register(door, { customer: 'Umbrella', website: '' });
    register(door, { partner: 'P-002', customer: 'Wayne', website: '' });
    registerActive(door);
    expect(offered(door, ANA, 'approveLead')).toEqual(['L-0002', 'L-0001']);
    expect(offered(door, BO, 'approveLead')).toEqual(['L-0003']);
    expect(offered(door, HEAD, 'releaseLead')).toEqual(['L-0004']);
    expect(offered(door, SAM, 'enterDeal')).toEqual(['L-0004']);
    expect(offered(door, ANA, 'registerLead')).toEqual(['P-001']);
  });

  test('find among all that fit by every word, whatever its accents', () => {
    const door = openProgramme();
    register(door, { customer: 'Müller Möbel', website: '' });
    register(door, { customer: 'Müller Optik', website: '' });
    const found = mustAsk<{ options: readonly { value: string }[] }>(door, ANA, 'searchSubjects', {
      form: 'approveLead',
      text: 'mobel MULLER',
    });
    expect(found.options.map(({ value }) => value)).toEqual(['L-0001']);
  });

  test('are about the record of the selected row, or the only one that belongs to it', () => {
    const door = openProgramme();
    const lead = registerActive(door);
    introduce(door, lead);
    const deal = sign(door, lead);
    const chosen = (form: FormName, selected: object) =>
      describeForm(door, HEAD, form, { selected }).form.subject?.chosen?.id;
    expect(chosen('updateLead', { leads: lead })).toBe(lead);
    expect(chosen('updateDeal', { leads: lead, deals: deal })).toBe(deal);
    expect(chosen('recordReceipt', { leads: lead })).toBe(deal);
    expect(chosen('updatePartner', { leads: lead })).toBe('P-001');
    expect(chosen('shareSnapshot', { partners: 'Acme Consulting' })).toBe('P-001');
    expect(chosen('recordReceipt', {})).toBeUndefined();
    expect(describeForm(door, SAM, 'setAway').form.subject?.chosen?.id, 'nobody plans for others').toBe(SAM);
    sign(door, lead, { gross: '5' });
    expect(chosen('recordReceipt', { leads: lead }), 'of two deals neither is meant').toBeUndefined();
  });

  test('say at once what keeps the command from being given about that record', () => {
    const door = openProgramme();
    registerActive(door, { partner: 'P-002' });
    const lead = register(door);
    const held = describeForm(door, ANA, 'approveLead', { record: lead });
    expect(held.problems.map(({ code }) => code)).toEqual(['held']);
    expect(describeForm(door, ANA, 'rejectLead', { record: lead }).problems).toEqual([]);
    expect(describeForm(door, HEAD, 'withdrawLead', { record: 'L-0001' }).problems).toMatchObject([
      { code: 'illegal-state', field: 'lead' },
    ]);
    expect(describeForm(door, ANA, 'updateLead', { record: 'L-0001' }).problems).toMatchObject([
      { code: 'not-allowed' },
    ]);
    expect(door.get('leads', lead).registration.status, 'asking changes nothing').toBe('Submitted');
  });

  test('hold what the record says, so that only changes are sent', () => {
    const door = openProgramme();
    const deal = sign(door, registerActive(door), { deductions: '250.5', name: 'Platform' });
    expect(describeForm(door, HEAD, 'updateDeal', { record: deal }).form).toMatchObject({
      sends: 'changed',
      values: {
        status: 'Signed',
        currency: 'USD',
        gross: '100000.00',
        deductions: '250.50',
        name: 'Platform',
      },
    });
  });
});
