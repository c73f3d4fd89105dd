import type { FileSpec } from '../../registry/commands/context.ts';
import { literalText } from '../../registry/rows/cell-values.ts';
import type { Services } from '../services/services.ts';
import { noteFile } from './left-over-files.ts';
import { writeBlocks } from './tables.ts';

/** Makes a file for a command that is not journaled yet, shared with nobody: the entry that names it shares it. */
export function makeFile(services: Services, spec: FileSpec): { readonly id: string; readonly url: string } {
  const file = services.spreadsheets.create(spec.name);
  noteFile(services, file.getId());
  spec.tabs.forEach(({ name, rows }, i) => {
    const [first] = file.getSheets();
    const sheet = i === 0 && first ? first.setName(name) : file.insertSheet(name, i);
    writeBlocks(sheet, [{ row: 1, column: 1, values: rows.map((cells) => cells.map(literalText)) }]);
  });
  return { id: file.getId(), url: file.getUrl() };
}
