import { describe, expect, test } from 'vitest';
import {
  findGaps,
  isRequired,
  joinIssues,
  toInput,
  visibleFields,
} from '../../src/dialogs/command-form/form-values.ts';
import { spellAmount, spellDate, spellMoney } from '../../src/dialogs/kit/format.ts';
import type { FieldDescription, FormDescription } from '../../src/registry/dialogs/form-description.ts';

const FIELDS: readonly FieldDescription[] = [
  { kind: 'choice', look: 'radio', name: 'status', label: 'Status', options: [], required: true },
  {
    kind: 'date',
    name: 'signedOn',
    label: 'Signed on',
    required: true,
    when: { field: 'status', is: ['Signed'] },
  },
  { kind: 'long-text', name: 'note', label: 'Note', limit: 10, required: { field: 'status', is: ['Lost'] } },
  { kind: 'text', name: 'steer', label: 'Steer', required: true, isFormOnly: true },
  { kind: 'long-text', name: 'override', label: 'Override', limit: 10, whenRefused: 'engaged' },
  { kind: 'contacts', name: 'contacts', label: 'Contacts', most: 5 },
  { kind: 'local-time', name: 'at', label: 'At' },
];

const FORM: FormDescription = {
  form: 'x',
  command: 'x',
  title: 'X',
  intro: '',
  subject: {
    field: 'deal',
    label: 'Deal',
    help: '',
    placeholder: '',
    options: [],
    more: 0,
    isOpen: false,
    chosen: null,
  },
  fields: FIELDS,
  values: { status: 'Signed', note: 'As agreed', contacts: [] },
  sends: 'filled',
  confirm: '',
  done: '',
  next: '',
  another: null,
};

const names = (fields: readonly FieldDescription[]) => fields.map(({ name }) => name);

describe('the values of a form', () => {
  test('decide which fields are shown and needed', () => {
    expect(names(visibleFields(FIELDS, { status: 'Open' }, []))).not.toContain('signedOn');
    expect(names(visibleFields(FIELDS, { status: 'Signed' }, []))).toContain('signedOn');
    const note = FIELDS.filter(({ name }) => name === 'note');
    expect(note.map((field) => isRequired(field, { status: 'Open' }))).toEqual([false]);
    expect(note.map((field) => isRequired(field, { status: 'Lost' }))).toEqual([true]);
  });

  test('show a field that only a refusal asks for once it was refused, and while something stands in it', () => {
    const refused = [{ code: 'engaged', message: 'Taken' }];
    expect(names(visibleFields(FIELDS, {}, []))).not.toContain('override');
    expect(names(visibleFields(FIELDS, {}, refused))).toContain('override');
    expect(names(visibleFields(FIELDS, { override: 'Agreed' }, []))).toContain('override');
  });

  test('are sent as far as they are filled in and shown, without what only steers the form', () => {
    const values = {
      status: 'Open',
      signedOn: '2026-01-05',
      note: ' ',
      steer: 'left',
      at: '2026-01-05 09:30',
      contacts: [
        { name: 'Jo', title: '', email: '' },
        { name: ' ', title: '', email: '' },
      ],
    };
    expect(toInput(FORM, 'D-0001', visibleFields(FIELDS, values, []), values)).toEqual({
      deal: 'D-0001',
      status: 'Open',
      at: '2026-01-05T09:30',
      contacts: [{ name: 'Jo', title: '', email: '' }],
    });
  });

  test('of a form about changes are sent where they differ, an emptied one as an empty text', () => {
    const form: FormDescription = { ...FORM, sends: 'changed' };
    const values = { ...form.values, note: '' };
    expect(toInput(form, 'D-0001', FIELDS, values)).toEqual({ deal: 'D-0001', note: '' });
  });

  test('lack what the registry never hears of', () => {
    const shown = visibleFields(FIELDS, { status: 'Signed' }, []);
    const gaps = findGaps(shown, { status: 'Signed' });
    expect(gaps.map(({ field }) => field)).toEqual(['signedOn', 'steer']);
    const found = [{ code: 'required', field: 'signedOn', message: 'A signed deal needs its day.' }];
    expect(joinIssues(found, gaps).map(({ message }) => message)).toEqual([
      'A signed deal needs its day.',
      'An answer is needed here.',
    ]);
  });
});

describe('reading back what was typed', () => {
  test('spells a calendar date with its day of the week, and nothing that is none', () => {
    expect(spellDate('2028-02-29')).toBe('Tuesday, 29 February 2028');
    expect(['2026-02-29', '2026-13-01', '26-01-01', ''].map(spellDate)).toEqual(['', '', '', '']);
  });

  test('tells the thousands of an amount apart, whatever its size', () => {
    expect(spellAmount('1234567.50', 'USD')).toBe('1,234,567.50 USD');
    expect(spellAmount('-1000', 'JPY')).toBe('-1,000 JPY');
    expect(spellAmount('999.99', 'USD')).toBe('');
    expect(spellMoney('12,5')).toBe('12,5');
  });
});
