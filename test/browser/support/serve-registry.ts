/** Serves a registry with its team and a partner from the folder named on the command line, until it is killed. */
import { join, resolve } from 'node:path';
import { PAGE_FOLDER } from '../../../scripts/build/bundle-page.ts';
import { readPeople } from '../../../scripts/start/read-people.ts';
import { startServer } from '../../../src/sandbox/server/start-server.ts';
import { HEAD } from '../../addon/open-registry.ts';
import { openTeam } from '../../addon/open-team.ts';

const [, , folder = '', port = '0'] = process.argv;
const owner = { email: HEAD, name: 'Head', role: 'Programme head' };
const server = await startServer({
  folder: join(folder, 'state'),
  title: 'Lead registry',
  pageFolder: resolve(import.meta.dirname, '../../..', PAGE_FOLDER),
  people: (state) => readPeople(state, owner),
  begin: async () => (await openTeam()).workspace.toJSON(),
  port: Number(port),
});
console.log(server.url);
