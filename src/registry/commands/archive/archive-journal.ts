import * as v from 'valibot';
import { command } from '../command-spec.ts';
import { peopleOf } from '../heads.ts';
import { ARCHIVES_MEMO, archiveName, type JournalArchive, listArchives } from './journal-archives.ts';

const WHOLE = v.pipe(v.number(), v.integer());

/**
 * Notes what became of a year's archive. From `copied` on the journal of that year is read from the file; the entry names
 * its first and last entry and their hashes, so that the chain says where it goes on. Those who may read the Journal to
 * share a month long past, programme heads and managers, may then open the file.
 */
export const archiveJournal = command({
  name: 'archiveJournal',
  schema: () =>
    v.strictObject({
      year: WHOLE,
      fileId: v.string(),
      state: v.picklist(['copying', 'copied', 'moved']),
      first: WHOLE,
      last: WHOLE,
      rows: WHOLE,
      follows: v.string(),
      hash: v.string(),
    }),
  find: () => ({}),
  decide: (archive, _found, context) => {
    const others = listArchives(context.draft).filter(({ year }) => year !== archive.year);
    const archives = [...others, archive].sort((a, b) => a.year - b.year);
    context.draft.put('memos', { id: ARCHIVES_MEMO, value: JSON.stringify(archives) });
    if (archive.state === 'copied') {
      const viewers = [...peopleOf(context.team, 'head'), ...peopleOf(context.team, 'manager')];
      context.effects.push({ do: 'share-file', fileId: archive.fileId, viewers });
    }
    return { subject: archiveName(archive.year), reason: describe(archive) };
  },
});

function describe({ state, first, last, rows, follows, hash, fileId }: JournalArchive): string {
  const what = `entries ${first} to ${last} (${rows} rows), the first following ${follows || 'nothing'}, the last ${hash}`;
  switch (state) {
    case 'copying':
      return `To be copied to file ${fileId}: ${what}.`;
    case 'copied':
      return `Copied to file ${fileId} and read back: ${what}.`;
    case 'moved':
      return `In file ${fileId} alone: ${what}.`;
  }
}
