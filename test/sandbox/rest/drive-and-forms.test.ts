import { auth, drive } from 'googleapis/build/src/apis/drive/index.js';
import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { script } from 'googleapis/build/src/apis/script/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { headerOf } from '../../../scripts/google/client/header-of.ts';
import { type RestServer, serveRest } from '../../../src/sandbox/rest/serve-rest.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';

const OWNER = 'owner@one.example';
const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const FOLDER = 'application/vnd.google-apps.folder';

let workspace: Workspace;
let server: RestServer;

beforeEach(async () => {
  workspace = new Workspace({ now: Date.parse('2026-03-02T10:00:00Z'), domain: 'one.example' });
  server = await serveRest(workspace, {});
});

afterEach(() => server.close());

/** Google's own client libraries with a token for a person and, where they are named, for those scopes alone. */
function apisOf(person: string, scopes?: readonly string[]) {
  const local = new auth.OAuth2();
  const granted = scopes === undefined ? '' : `;${scopes.join(',')}`;
  local.setCredentials({ access_token: `local:${person}${granted}` });
  const common = { auth: local, rootUrl: server.rootUrl, retry: false };
  return {
    sheets: sheets({ version: 'v4', ...common }).spreadsheets,
    drive: drive({ version: 'v3', ...common }),
    files: drive({ version: 'v3', ...common }).files,
    projects: script({ version: 'v1', ...common }).projects,
    forms: forms({ version: 'v1', ...common }).forms,
  };
}

describe('Drive of the local Workspace', () => {
  test('says who asks, and answers with the time of the Workspace', async () => {
    const { about } = apisOf(OWNER).drive;
    await expect(about.get({})).rejects.toThrow("The 'fields' parameter is required");
    const { data, headers } = await about.get({ fields: 'user(emailAddress)' });
    expect(data).toEqual({ user: { emailAddress: OWNER } });
    expect(headerOf(headers, 'date')).toBe('Mon, 02 Mar 2026 10:00:00 GMT');
  });

  test('makes a spreadsheet with a note by which it is found again', async () => {
    const { files } = apisOf(OWNER);
    const requestBody = { name: 'It’s a book', mimeType: SPREADSHEET, properties: { made: "a'b" } };
    const { data } = await files.create({ requestBody });
    const find = async (value: string) =>
      (await files.list({ q: `properties has { key='made' and value='${value}' } and trashed = false` })).data
        .files;
    expect(await find("a\\'b")).toMatchObject([{ id: data.id, name: 'It’s a book' }]);
    expect(await find('other')).toEqual([]);
    expect((await files.list({ q: "name = 'It’s a book'" })).data.files).toHaveLength(1);
  });

  test('moves files into folders, whose readers then see them', async () => {
    const { files } = apisOf(OWNER);
    const { data: folder } = await files.create({ requestBody: { name: 'Kept', mimeType: FOLDER } });
    const id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'UTC' });
    workspace.share(folder.id ?? '', 'eve@two.example', 'viewer');
    await expect(apisOf('eve@two.example').files.get({ fileId: id })).rejects.toMatchObject({ status: 404 });
    await files.update({ fileId: id, addParents: folder.id ?? '', fields: 'id,parents' });
    const { data } = await apisOf('eve@two.example').files.get({ fileId: id, fields: 'parents' });
    expect(data.parents).toEqual([folder.id]);
    await files.update({ fileId: id, removeParents: folder.id ?? '' });
    await expect(apisOf('eve@two.example').files.get({ fileId: id })).rejects.toMatchObject({ status: 404 });
  });

  test('changes what its editors may change and refuses what it does not keep', async () => {
    const id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'UTC' });
    workspace.share(id, 'ed@one.example', 'editor');
    workspace.share(id, 'view@one.example', 'viewer');
    await apisOf('ed@one.example').files.update({ fileId: id, requestBody: { name: 'Renamed' } });
    const trash = (person: string) =>
      apisOf(person).files.update({ fileId: id, requestBody: { trashed: true } });
    await expect(trash('ed@one.example')).rejects.toMatchObject({ status: 403 });
    await expect(trash('view@one.example')).rejects.toMatchObject({ status: 403 });
    await expect(apisOf(OWNER).files.update({ fileId: id, requestBody: { starred: true } })).rejects.toThrow(
      'does not keep starred',
    );
    await expect(apisOf(OWNER).files.update({ fileId: id, addParents: id })).rejects.toThrow(
      'The specified parent is not a folder.',
    );
    await expect(
      apisOf(OWNER).files.create({ requestBody: { name: 'Doc', mimeType: 'text/plain' } }),
    ).rejects.toThrow('not text/plain');
    expect((await apisOf(OWNER).files.get({ fileId: id })).data.name).toBe('Renamed');
  });

  test('refuses searches that it does not understand', async () => {
    const { files } = apisOf(OWNER);
    for (const q of ["fullText contains 'a'", "name = 'a' or name = 'b'", "name = 'a", 'trashed = maybe']) {
      await expect(files.list({ q })).rejects.toThrow('Invalid Value');
    }
  });
});

describe('Forms of the local Workspace', () => {
  /** A form that a script makes, as the add-on does: published, collecting what addresses people type. */
  function makeForm(): string {
    const id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'UTC' });
    const source = `function make() { const form = FormApp.create('Ask', false); form.setCollectEmail(true);
      form.addTextItem().setTitle('Name').setRequired(true);
      form.setDestination(FormApp.DestinationType.SPREADSHEET, '${id}'); return form.getId(); }`;
    const scriptId = workspace.bindScript({
      spreadsheetId: id,
      manifest: { timeZone: 'UTC' },
      files: [{ name: 'Code', source }],
    });
    const ran = workspace.run(scriptId, { as: OWNER, function: 'make', args: [], context: 'editor' });
    expect(ran.error).toBeNull();
    return String(ran.value);
  }

  const verify = {
    updateSettings: {
      settings: { emailCollectionType: 'VERIFIED' },
      updateMask: 'emailCollectionType',
    },
  };

  test('say how a form is set, which scripts cannot: whether addresses are verified', async () => {
    const formId = makeForm();
    const { forms: api } = apisOf(OWNER);
    const { data } = await api.get({ formId });
    expect(data).toMatchObject({
      formId,
      info: { title: 'Ask' },
      settings: { emailCollectionType: 'RESPONDER_INPUT' },
      publishSettings: { publishState: { isPublished: false, isAcceptingResponses: false } },
      items: [{ title: 'Name', questionItem: { question: { required: true } } }],
    });
    expect(typeof data.linkedSheetId).toBe('string');
    await api.batchUpdate({ formId, requestBody: { requests: [verify] } });
    const after = await api.get({ formId, fields: 'settings' });
    expect(after.data).toEqual({ settings: { emailCollectionType: 'VERIFIED' } });
  });

  test('publish a form, which then takes answers', async () => {
    const formId = makeForm();
    const submit = () => workspace.submitForm({ formId, as: 'a@two.example', answers: { Name: 'A' } });
    expect(submit).toThrow('not accepting responses');
    const publishState = { isPublished: true, isAcceptingResponses: true };
    await apisOf(OWNER).forms.setPublishSettings({
      formId,
      requestBody: { publishSettings: { publishState } },
    });
    expect(submit().row).toBe(2);
  });

  test('carry out all changes or none, and no setting that there is not', async () => {
    const formId = makeForm();
    const { forms: api } = apisOf(OWNER);
    const change = (...requests: object[]) => api.batchUpdate({ formId, requestBody: { requests } });
    const wrong = {
      updateSettings: { settings: { emailCollectionType: 'ALWAYS' }, updateMask: 'emailCollectionType' },
    };
    await expect(change(verify, wrong)).rejects.toThrow('email_collection_type');
    await expect(change(verify, { deleteItem: { location: { index: 0 } } })).rejects.toThrow('deleteItem');
    await expect(change({ updateSettings: { setting: {} } })).rejects.toThrow('Unknown name "setting"');
    await expect(change({ updateSettings: { settings: {} } })).rejects.toThrow('update_mask is required');
    const both = { publishState: { isPublished: false, isAcceptingResponses: true } };
    await expect(
      api.setPublishSettings({ formId, requestBody: { publishSettings: both } }),
    ).rejects.toMatchObject({ status: 400 });
    expect((await api.get({ formId })).data.settings?.emailCollectionType).toBe('RESPONDER_INPUT');
  });

  test('are open to their editors alone', async () => {
    const formId = makeForm();
    workspace.share(formId, 'view@one.example', 'viewer');
    const get = (person: string, id = formId) => apisOf(person).forms.get({ formId: id });
    await expect(get('view@one.example')).rejects.toMatchObject({ status: 403 });
    await expect(get('else@two.example')).rejects.toMatchObject({ status: 404 });
    await expect(get(OWNER, 'nothing')).rejects.toMatchObject({ status: 404 });
  });
});

describe('A token', () => {
  test('is refused where it lacks every scope that the method takes', async () => {
    const id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'UTC' });
    const reader = apisOf(OWNER, ['spreadsheets.readonly']);
    await reader.sheets.get({ spreadsheetId: id });
    const refused = { status: 403, message: 'Request had insufficient authentication scopes.' };
    await expect(
      reader.sheets.batchUpdate({ spreadsheetId: id, requestBody: { requests: [] } }),
    ).rejects.toMatchObject(refused);
    await expect(reader.files.get({ fileId: id })).rejects.toMatchObject(refused);
    await expect(reader.forms.get({ formId: id })).rejects.toMatchObject(refused);
    await expect(apisOf(OWNER, []).projects.get({ scriptId: 'x' })).rejects.toMatchObject(refused);
  });

  test('for own files alone knows those that were made through an API, and no others', async () => {
    const others = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'UTC' });
    const own = apisOf(OWNER, ['drive.file']);
    const { data } = await own.files.create({ requestBody: { name: 'Mine', mimeType: SPREADSHEET } });
    await own.sheets.get({ spreadsheetId: data.id ?? '' });
    await expect(own.sheets.get({ spreadsheetId: others })).rejects.toMatchObject({ status: 404 });
    await expect(own.files.get({ fileId: others })).rejects.toMatchObject({ status: 404 });
    expect((await own.files.list({})).data.files).toMatchObject([{ name: 'Mine' }]);
    expect((await apisOf(OWNER).files.list({})).data.files).toHaveLength(2);
  });
});
