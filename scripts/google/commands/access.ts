import { gatherAccess, type Move } from '../access/gather-access.ts';
import type { AccessChange } from '../access/plan-access.ts';
import { readAccessRegistry } from '../access/read-registry.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { GoogleProblem } from '../client/google-problem.ts';
import { openLiveWorkbook } from '../workbook/live-workbook.ts';
import { type Command, CommandRefused, EXIT } from './command.ts';

const CHANGES_A_NEWS = 25;

/** Who opens the workbook, its forms and the snapshots, against the team and the partners' contacts. */
export const access: Command = {
  name: 'access',
  summary:
    'lists who opens workbook, forms and snapshots against Team and the partners’ contacts, and with --yes gives and takes access accordingly and puts snapshots into their folder',
  options: {},
  areas: ['spreadsheets.readonly', 'drive'],
  run: async ({ client, spreadsheetId, say, progress, isYes }) => {
    const id = await spreadsheetId();
    const registry = await readAccessRegistry(openLiveWorkbook(client, id));
    if (registry === undefined) {
      throw new CommandRefused('Nobody is in the Team tab yet: set the registry up and add the team first.');
    }
    const plan = await gatherAccess(client, id, registry, progress);
    for (const note of plan.notes) say(`note    ${note}`);
    for (const change of plan.changes) say(describe(change));
    const isWhole = plan.unchecked === 0;
    if (plan.changes.length === 0 && isWhole) say('Nothing is to be changed.');
    else if (plan.changes.length > 0 && !isYes)
      say('Nothing was changed. Run it again with --yes to apply this.');
    if (isYes) {
      for (const [i, change] of plan.changes.entries()) {
        await apply(client, change);
        const done = i + 1;
        if (done % CHANGES_A_NEWS === 0) progress(`${done} of ${plan.changes.length} changes are made.`);
      }
    }
    if (!isWhole) say(describeUnchecked(plan.unchecked, registry.triggerOwner));
    const isDone = isWhole && (isYes || plan.changes.length === 0);
    return { exit: isDone ? EXIT.ok : EXIT.differences, json: { ...plan, applied: isYes } };
  },
};

function describeUnchecked(count: number, owner: string): string {
  const files = count === 1 ? '1 file was' : `${count.toLocaleString('en-US')} files were`;
  const whom = owner === '' ? 'the account that the triggers run as' : `${owner}, as whom the triggers run`;
  return `${files} not checked. Run this as ${whom}.`;
}

function describe(change: AccessChange | Move): string {
  switch (change.kind) {
    case 'grant':
      return `grant   ${change.email} ${change.role === 'writer' ? 'edits' : 'sees'} ${change.file}, ${change.because}`;
    case 'remove':
      return `remove  ${change.email} no longer opens ${change.file}, ${change.because}`;
    case 'move':
      return `move    ${change.file} into the folder for snapshots`;
  }
}

/** Each may be carried out twice without harm. */
async function apply(client: GoogleClient, change: AccessChange | Move): Promise<void> {
  const { fileId } = change;
  switch (change.kind) {
    case 'remove':
      await removeUnlessGone(client, change);
      return;
    case 'grant':
      await client.read(`the sharing of ${change.file} with ${change.email}`, () =>
        client.drive.permissions.create({
          fileId,
          supportsAllDrives: true,
          sendNotificationEmail: false,
          requestBody: { type: 'user', role: change.role, emailAddress: change.email },
        }),
      );
      return;
    case 'move':
      await client.read(change.file, () =>
        client.drive.files.update({
          fileId,
          addParents: change.folderId,
          supportsAllDrives: true,
          fields: 'id',
          ...(change.from.length === 0 ? {} : { removeParents: change.from.join(',') }),
        }),
      );
  }
}

/** Sent again after a connection broke, Google may not find what the first request removed. */
async function removeUnlessGone(
  client: GoogleClient,
  { fileId, file, email, permissionId }: Extract<AccessChange, { kind: 'remove' }>,
): Promise<void> {
  try {
    await client.read(`the sharing of ${file} with ${email}`, () =>
      client.drive.permissions.delete({ fileId, permissionId, supportsAllDrives: true }),
    );
  } catch (error) {
    if (!(error instanceof GoogleProblem && error.kind === 'missing')) throw error;
  }
}
