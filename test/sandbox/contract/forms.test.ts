import { describe, expect, test } from 'vitest';
import { FORMS } from '../../../src/contract/cases/forms.ts';
import { ActionRefused } from '../../../src/sandbox/errors.ts';
import { type Bench, makeBench, OUTSIDER, OWNER, START } from '../make-workspace.ts';
import { playContract } from './play-contract.ts';

const FORM = 'apps-script/reference/forms/form';
const EVENTS = 'apps-script/guides/triggers/events';

const source = `function make(published) {
    const form = FormApp.create('Register', published).setCollectEmail(true).setTitle('Register a lead');
    form.addTextItem().setTitle('Customer').setRequired(true);
    form.addListItem().setTitle('Country').setChoiceValues(['DE', 'US']);
    form.addParagraphTextItem().setTitle('Note');
    form.setDestination(FormApp.DestinationType.SPREADSHEET, SpreadsheetApp.getActive().getId());
    ScriptApp.newTrigger('sheetSide').forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create();
    PropertiesService.getScriptProperties().setProperty('form', form.getId());
    return form.getId();
  }
  function formTrigger() { ScriptApp.newTrigger('formSide').forForm(open()).onFormSubmit().create() }
  function open() { return FormApp.openById(PropertiesService.getScriptProperties().getProperty('form')) }
  function sheetSide(e) { console.log(JSON.stringify([Object.keys(e).sort(), e.values, e.namedValues, e.range.getA1Notation(), e.range.getSheet().getName()])) }
  function formSide(e) { console.log(JSON.stringify([Object.keys(e).sort(), e.response.getRespondentEmail(), e.response.getTimestamp().getTime(),
    e.response.getItemResponses().map((r) => [r.getItem().getTitle(), r.getResponse()]), String(e.source)])) }
  function stored(since) { const form = open(); const all = since ? form.getResponses(new Date(since)) : form.getResponses();
    return all.map((r) => [r.getId() === form.getResponse(r.getId()).getId(), r.getRespondentEmail(), r.getItemResponses().length]) }
  function addQuestion() { open().addTextItem().setTitle('Contact') }
  function rename() { open().getItems()[0].asTextItem().setTitle('Company') }
  function validate() { open().addTextItem().setTitle('Website').setValidation(
    FormApp.createTextValidation().requireTextIsUrl().setHelpText('Begin with https://.').build()) }
  function close() { open().setAcceptingResponses(false) }
  function publish() { open().setPublished(true) }`;

function withForm(published = true): Bench & { readonly formId: string } {
  const bench = makeBench(source);
  return { ...bench, formId: String(bench.run('make', OWNER, [published]).value) };
}

const TAB = 'Form Responses 1';

playContract(FORMS);

describe('Forms that people answer', () => {
  test(`made by a script take no responses until they are published [workspace/forms/api/guides/api-changes-to-google-forms]`, () => {
    const { ws, formId, run } = withForm(false);
    const submit = (): unknown => ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'Acme' } });
    expect(submit).toThrow(ActionRefused);
    run('publish');
    expect(submit).not.toThrow();
  });

  test(`write time stamp, address and answers into a linked tab of their own [${FORM}]`, () => {
    const { ws, id, formId } = withForm();
    const { row } = ws.submitForm({
      formId,
      as: 'Kim@Acme.example',
      answers: { Customer: 'Globex', Country: 'DE' },
    });
    expect(row).toBe(2);
    expect(ws.table(id, TAB)).toEqual([
      ['Timestamp', 'Email Address', 'Customer', 'Country', 'Note'],
      [{ date: '2026-01-05T09:00:00' }, 'kim@acme.example', 'Globex', 'DE', ''],
    ]);
  });

  test('keep answers as literal text, whatever they look like', () => {
    const { ws, id, formId } = withForm();
    for (const Customer of ['=1+1', '007', '1/2', "'x"])
      ws.submitForm({ formId, as: OUTSIDER, answers: { Customer } });
    expect(
      ws
        .table(id, TAB)
        .slice(1)
        .map((row) => row[2]),
    ).toEqual(['=1+1', '007', '1/2', "'x"]);
    expect(ws.countFormulas()).toBe(0);
  });

  test(`tell the spreadsheet’s trigger texts, and no response [${EVENTS}]`, () => {
    const { ws, formId } = withForm();
    const { executions } = ws.submitForm({
      formId,
      as: OUTSIDER,
      answers: { Customer: 'Globex', Note: 'a\nb' },
    });
    expect(executions.map((one) => [one.function, one.as])).toEqual([['sheetSide', OWNER]]);
    expect(JSON.parse(executions[0]?.log[0]?.text ?? '')).toEqual([
      ['authMode', 'namedValues', 'range', 'triggerUid', 'values'],
      ['1/5/2026 9:00:00', OUTSIDER, 'Globex', '', 'a\nb'],
      {
        Timestamp: ['1/5/2026 9:00:00'],
        'Email Address': [OUTSIDER],
        Customer: ['Globex'],
        Country: [''],
        Note: ['a\nb'],
      },
      'A2:E2',
      TAB,
    ]);
  });

  test(`tell their own trigger the response [${EVENTS}]`, () => {
    const { ws, formId, run } = withForm();
    run('formTrigger');
    const { executions } = ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'Globex' } });
    expect(JSON.parse(executions[1]?.log[0]?.text ?? '')).toEqual([
      ['authMode', 'response', 'source', 'triggerUid'],
      OUTSIDER,
      START,
      [['Customer', 'Globex']],
      'Form',
    ]);
  });

  test('lose or double the event when delivery fails, and keep the response all the same', () => {
    const { ws, id, formId, run } = withForm();
    expect(
      ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'A' }, deliver: 0 }).executions,
    ).toEqual([]);
    expect(
      ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'B' }, deliver: 2 }).executions,
    ).toHaveLength(2);
    expect(ws.table(id, TAB)).toHaveLength(3);
    expect(run('stored').value).toEqual([
      [true, OUTSIDER, 1],
      [true, OUTSIDER, 1],
    ]);
  });

  test(`answer the responses since a moment [${FORM}]`, () => {
    const { ws, formId, run } = withForm();
    ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'A' } });
    ws.advanceTo(START + 60_000);
    ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'B' } });
    expect(run('stored', OWNER, [START + 1]).value).toHaveLength(1);
  });

  test('add new questions at the right of the linked tab, and rename headers with their questions', () => {
    const { ws, id, formId, run } = withForm();
    run('addQuestion');
    run('rename');
    ws.submitForm({ formId, as: OUTSIDER, answers: { Company: 'Globex', Contact: 'Kim' } });
    expect(ws.table(id, TAB)).toEqual([
      ['Timestamp', 'Email Address', 'Company', 'Country', 'Note', 'Contact'],
      [{ date: '2026-01-05T09:00:00' }, OUTSIDER, 'Globex', '', '', 'Kim'],
    ]);
  });

  const refusals = [
    { name: 'a missing required answer', answers: { Note: 'x' } },
    { name: 'an answer to no question', answers: { Customer: 'x', Colour: 'red' } },
    { name: 'a choice that is not offered', answers: { Customer: 'x', Country: 'FR' } },
  ];
  for (const { name, answers } of refusals) {
    test(`refuse ${name} and keep nothing`, () => {
      const { ws, id, formId, run } = withForm();
      expect(() => ws.submitForm({ formId, as: OUTSIDER, answers })).toThrow(ActionRefused);
      expect(ws.table(id, TAB)).toHaveLength(1);
      expect(run('stored').value).toEqual([]);
    });
  }

  test('refuse an answer that breaks its question’s rule, in the words of the rule [apps-script/reference/forms/text-validation-builder]', () => {
    const { ws, formId, run } = withForm();
    run('validate');
    const submit = (website: string): unknown =>
      ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'Acme', Website: website } });
    expect(() => submit('acme')).toThrow('Begin with https://.');
    expect(() => submit('https://acme.example')).not.toThrow();
  });

  test('refuse everything once closed', () => {
    const { ws, formId, run } = withForm();
    run('close');
    expect(() => ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'x' } })).toThrow(
      /not accepting/,
    );
  });

  test('tell no trigger of a response that a script submits [apps-script/guides/triggers]', () => {
    const bench =
      makeBench(`${source} function submit() { const form = open(); const [item] = form.getItems();
      form.createResponse().withItemResponse(item.asTextItem().createResponse('Globex')).submit() }`);
    bench.run('make', OWNER, [true]);
    expect(bench.run('submit').error).toBeNull();
    expect(bench.ws.table(bench.id, TAB)[1]?.[2]).toBe('Globex');
    expect(bench.ws.executions.map((one) => one.function)).toEqual(['make', 'submit']);
  });

  test('keep an answer whole that is longer than a cell takes; the tab has its beginning [not documented]', () => {
    const bench = makeBench(
      `${source} function answer() { return open().getResponses()[0].getItemResponses().map((r) => r.getResponse().length) }`,
    );
    const formId = String(bench.run('make', OWNER, [true]).value);
    bench.ws.submitForm({ formId, as: OUTSIDER, answers: { Customer: 'Acme', Note: 'n'.repeat(60_000) } });
    expect(bench.run('answer').value).toEqual([4, 60_000]);
    const cells = bench.ws.table(bench.id, TAB).flat().map(String);
    expect(Math.max(...cells.map((cell) => cell.length))).toBe(50_000);
  });
});
