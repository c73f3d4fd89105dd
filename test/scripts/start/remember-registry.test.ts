import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProjectFile } from '../../../scripts/google/project/project-file.ts';
import { rememberRegistry } from '../../../scripts/start/remember-registry.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';

const OWNER = 'owner@one.example';

function bookIn(workspace: Workspace) {
  const spreadsheetId = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'UTC' });
  const scriptId = workspace.bindScript({ spreadsheetId, manifest: { timeZone: 'UTC' }, files: [] });
  return { spreadsheetId, scriptId };
}

test('The registry of a local Workspace is the one remembered, or the first where that is gone', () => {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'));
  const project = openProjectFile(root, true);
  const workspace = new Workspace({ now: 0, domain: 'one.example' });
  rememberRegistry(workspace.toJSON(), project);
  expect(project.read().scriptId).toBeUndefined();
  const [first, second] = [bookIn(workspace), bookIn(workspace)];
  rememberRegistry(workspace.toJSON(), project);
  expect(project.read()).toMatchObject(first);
  project.remember(second);
  rememberRegistry(workspace.toJSON(), project);
  expect(project.read()).toMatchObject(second);
  const fresh = new Workspace({ now: 0, domain: 'one.example', seed: 2 });
  const other = bookIn(fresh);
  rememberRegistry(fresh.toJSON(), project);
  expect(project.read()).toMatchObject(other);
  rmSync(root, { recursive: true });
});
