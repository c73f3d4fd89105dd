import { auth, drive } from 'googleapis/build/src/apis/drive/index.js';
import { script } from 'googleapis/build/src/apis/script/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RestServer, serveRest } from '../../../src/sandbox/rest/serve-rest.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';

const OWNER = 'owner@one.example';

let workspace: Workspace;
let server: RestServer;

beforeEach(async () => {
  workspace = new Workspace({ now: Date.parse('2026-03-02T10:00:00Z'), domain: 'one.example' });
  server = await serveRest(workspace, {});
});

afterEach(() => server.close());

/** Google's own client libraries, pointed at the local Workspace. */
function apisOf(person: string) {
  const local = new auth.OAuth2();
  local.setCredentials({ access_token: `local:${person}` });
  const common = { auth: local, rootUrl: server.rootUrl, retry: false };
  return {
    sheets: sheets({ version: 'v4', ...common }).spreadsheets,
    drive: drive({ version: 'v3', ...common }),
    projects: script({ version: 'v1', ...common }).projects,
  };
}

const MANIFEST = JSON.stringify({ timeZone: 'Europe/Berlin', oauthScopes: [] });
const files = (source: string) => [
  { name: 'appsscript', type: 'JSON', source: MANIFEST },
  { name: 'Code', type: 'SERVER_JS', source },
  { name: 'Page', type: 'HTML', source: '<p>Hello</p>' },
];

describe('Google’s client libraries, talking to the local Workspace', () => {
  test('make a spreadsheet that its maker owns and nobody else sees', async () => {
    const { data } = await apisOf(OWNER).sheets.create({
      requestBody: { properties: { title: 'Book', timeZone: 'Asia/Tokyo', locale: 'en_US' } },
    });
    const id = data.spreadsheetId ?? '';
    expect(data.properties).toMatchObject({ title: 'Book', timeZone: 'Asia/Tokyo' });
    const { data: file } = await apisOf(OWNER).drive.files.get({ fileId: id, fields: 'id,name,mimeType' });
    expect(file).toEqual({ id, name: 'Book', mimeType: 'application/vnd.google-apps.spreadsheet' });
    await expect(apisOf('else@two.example').drive.files.get({ fileId: id })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('read a range as it was typed', async () => {
    const id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'Europe/Berlin' });
    workspace.edit({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 2, column: 2, value: '12.5' });
    const { data } = await apisOf(OWNER).sheets.values.get({
      spreadsheetId: id,
      range: 'Sheet1!A1:C3',
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(data.values).toEqual([[], ['', 12.5]]);
  });

  test('push a script into a spreadsheet, which then runs, and read it back', async () => {
    const { projects } = apisOf(OWNER);
    const id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'Europe/Berlin' });
    const { data: made } = await projects.create({ requestBody: { title: 'Book', parentId: id } });
    const scriptId = made.scriptId ?? '';
    expect((await projects.get({ scriptId })).data).toMatchObject({ parentId: id });
    await projects.updateContent({ scriptId, requestBody: { files: files('function f(){ return 7 }') } });
    expect((await projects.getContent({ scriptId })).data.files).toMatchObject([
      { name: 'appsscript', type: 'JSON' },
      { name: 'Code', type: 'SERVER_JS', source: 'function f(){ return 7 }' },
      { name: 'Page', type: 'HTML', source: '<p>Hello</p>' },
    ]);
    const ran = workspace.run(scriptId, { as: OWNER, function: 'f', args: [], context: 'editor' });
    expect(ran.value).toBe(7);
  });

  test('are refused a script without a manifest, one with a mistake, and one of somebody else', async () => {
    const { projects } = apisOf(OWNER);
    const id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'Europe/Berlin' });
    const { data } = await projects.create({ requestBody: { title: 'Book', parentId: id } });
    const scriptId = data.scriptId ?? '';
    const push = (requestBody: { files: ReturnType<typeof files> }, person = OWNER) =>
      apisOf(person).projects.updateContent({ scriptId, requestBody });
    await expect(push({ files: files('').slice(1) })).rejects.toThrow('manifest');
    await expect(push({ files: files('function f( {') })).rejects.toThrow('Syntax error');
    await expect(push({ files: files('') }, 'else@two.example')).rejects.toMatchObject({ status: 403 });
  });

  test('may write where a protection lets them, and nowhere else', async () => {
    const id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'Europe/Berlin' });
    workspace.share(id, 'ed@one.example', 'editor');
    const scriptId = workspace.bindScript({
      spreadsheetId: id,
      manifest: { timeZone: 'Europe/Berlin', oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] },
      files: [
        {
          name: 'Code',
          source: `function protect() { const p = SpreadsheetApp.getActive().getSheets()[0].getRange('A1:A9').protect();
            p.removeEditors(p.getEditors()); p.setDomainEdit(false); }`,
        },
      ],
    });
    const ran = workspace.run(scriptId, { as: OWNER, function: 'protect', args: [], context: 'editor' });
    expect(ran.error).toBeNull();
    const write = (person: string, columnIndex: number) =>
      apisOf(person).sheets.batchUpdate({
        spreadsheetId: id,
        requestBody: {
          requests: [
            {
              updateCells: {
                start: { sheetId: 0, rowIndex: 0, columnIndex },
                rows: [{ values: [{ userEnteredValue: { stringValue: person } }] }],
                fields: 'userEnteredValue',
              },
            },
          ],
        },
      });
    await expect(write('ed@one.example', 0)).rejects.toThrow('protected');
    await write('ed@one.example', 1);
    await write(OWNER, 0);
    expect(workspace.table(id, 'Sheet1')).toEqual([[OWNER, 'ed@one.example']]);
  });
});
