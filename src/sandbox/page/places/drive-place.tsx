import type { IconNode } from 'lucide';
import { ClipboardList, Folder, HardDrive, Table } from 'lucide';
import { useState } from 'preact/hooks';
import type { ListedFile } from '../../server/api/files.ts';
import { Header } from '../parts/header.tsx';
import { Icon } from '../parts/icon.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { addressOf, type Location } from '../session/location.ts';
import { useAsked, useSession } from '../session/session.ts';
import { formatDay } from '../text/format-time.ts';

const KINDS: Readonly<Record<ListedFile['kind'], { readonly name: string; readonly icon: IconNode }>> = {
  spreadsheet: { name: 'Spreadsheet', icon: Table },
  form: { name: 'Form', icon: ClipboardList },
  folder: { name: 'Folder', icon: Folder },
};

/** The files that whoever is looking may see. */
export function DrivePlace() {
  const { location } = useSession();
  const [query, setQuery] = useState('');
  const files = useAsked('listFiles', {});
  return (
    <main class="place" aria-label="Drive">
      <Header title="Drive" />
      <div class="scroll list-page">
        <div class="list-tools">
          <input
            class="field list-search"
            type="search"
            placeholder="Search files"
            aria-label="Search files"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
        <Await asked={files} what="the files">
          {(found) =>
            found.length === 0 ? (
              <Empty icon={HardDrive} title="Nothing is shared with you yet">
                <p>Files that belong to {location.viewer} or are shared with this address appear here.</p>
              </Empty>
            ) : (
              <FileTable files={found} query={query} />
            )
          }
        </Await>
      </div>
    </main>
  );
}

function FileTable({ files, query }: { readonly files: readonly ListedFile[]; readonly query: string }) {
  const wanted = query.trim().toLowerCase();
  const shown = files.filter((file) => `${file.name} ${file.owner}`.toLowerCase().includes(wanted));
  if (shown.length === 0) {
    return (
      <Empty icon={HardDrive} title="No file matches">
        <p>No name or owner has “{query}” in it.</p>
      </Empty>
    );
  }
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Owner</th>
          <th scope="col">Who has access</th>
          <th scope="col">Created</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
      </tbody>
    </table>
  );
}

function FileRow({ file }: { readonly file: ListedFile }) {
  const { location, go, places } = useSession();
  const { name, icon } = KINDS[file.kind];
  const target = targetOf(file);
  const label = (
    <>
      <span class={`file-icon file-icon-${file.kind}`}>
        <Icon of={icon} size={20} />
      </span>
      <span class="file-name">
        {file.name}
        <span class="hidden-text">, {name}</span>
      </span>
    </>
  );
  return (
    <tr>
      <th scope="row">
        {target === undefined ? (
          <span class="file">{label}</span>
        ) : (
          <a
            class="file"
            href={addressOf({ ...location, ...target })}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              go(target);
            }}
          >
            {label}
          </a>
        )}
        {file.hasScript ? <span class="badge">has a script</span> : null}
        {file.mayEdit || file.kind === 'folder' ? null : <span class="badge">View only</span>}
        {file.folder === null ? null : <span class="faint file-folder">in {file.folder}</span>}
      </th>
      <td class="file-owner">{file.owner === location.viewer ? 'me' : file.owner}</td>
      <td>
        <Access file={file} />
      </td>
      <td class="nowrap">{formatDay(file.createdAt, places.timeZone)}</td>
    </tr>
  );
}

function targetOf(file: ListedFile): Pick<Location, 'place' | 'item'> | undefined {
  if (file.kind === 'spreadsheet') return { place: 'sheet', item: file.id };
  return file.kind === 'form' && file.isPublished ? { place: 'forms', item: file.id } : undefined;
}

function Access({ file }: { readonly file: ListedFile }) {
  const parts = [
    file.editors.length === 0 ? '' : `can edit: ${file.editors.join(', ')}`,
    file.viewers.length === 0 ? '' : `can view: ${file.viewers.join(', ')}`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return <span class="faint">only the owner</span>;
  return (
    <>
      {parts.map((part) => (
        <div key={part}>{part}</div>
      ))}
    </>
  );
}
