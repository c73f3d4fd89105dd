import { type AccessChange, type Grant, planAccess } from '../access/plan-access.ts';
import { readRegistryPeople } from '../access/read-people.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { openLiveWorkbook } from '../workbook/live-workbook.ts';
import { type Command, CommandRefused, EXIT } from './command.ts';

/** Who can open the workbook, against the team. */
export const access: Command = {
  name: 'access',
  summary: 'lists who can open the workbook against Team, and with --yes gives and takes access accordingly',
  options: {},
  areas: ['spreadsheets.readonly', 'drive'],
  run: async ({ client, spreadsheetId, say, isYes }) => {
    const id = await spreadsheetId();
    const people = await readRegistryPeople(openLiveWorkbook(client, id));
    if (people === undefined) {
      throw new CommandRefused('Nobody is in the Team tab yet: set the registry up and add the team first.');
    }
    const plan = planAccess(await listGrants(client, id), people.team, people.partnerContacts);
    for (const note of plan.notes) say(`note    ${note}`);
    for (const change of plan.changes) say(describe(change));
    if (plan.changes.length === 0) say('Nothing is to be changed.');
    else if (!isYes) say('Nothing was changed. Run it again with --yes to apply this.');
    if (isYes) for (const change of plan.changes) await apply(client, id, change);
    const isDone = isYes || plan.changes.length === 0;
    return { exit: isDone ? EXIT.ok : EXIT.differences, json: { ...plan, applied: isYes } };
  },
};

function describe({ kind, email }: AccessChange): string {
  return kind === 'grant'
    ? `grant   ${email} edits the workbook, as an active member of the team`
    : `remove  ${email} no longer opens the workbook, having left the team`;
}

async function listGrants(client: GoogleClient, fileId: string): Promise<readonly Grant[]> {
  const grants: Grant[] = [];
  let pageToken: string | undefined;
  do {
    const { permissions = [], nextPageToken } = await client.read(`the sharing of ${fileId}`, () =>
      client.drive.permissions.list({
        fileId,
        pageSize: 100,
        supportsAllDrives: true,
        fields: 'nextPageToken,permissions(id,emailAddress,role,type)',
        ...(pageToken === undefined ? {} : { pageToken }),
      }),
    );
    for (const { id, emailAddress, role } of permissions) {
      grants.push({ id: id ?? '', email: emailAddress ?? '', role: role ?? '' });
    }
    pageToken = nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return grants;
}

/** Both may be carried out twice without harm. */
async function apply(client: GoogleClient, fileId: string, change: AccessChange): Promise<void> {
  const about = `the sharing of ${fileId} with ${change.email}`;
  if (change.kind === 'remove') {
    await client.read(about, () =>
      client.drive.permissions.delete({ fileId, permissionId: change.id, supportsAllDrives: true }),
    );
    return;
  }
  await client.read(about, () =>
    client.drive.permissions.create({
      fileId,
      supportsAllDrives: true,
      sendNotificationEmail: false,
      requestBody: { type: 'user', role: 'writer', emailAddress: change.email },
    }),
  );
}
