import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../store/a1.ts';
import { moveFocus } from './move-focus.ts';

/** What the menu of the selected cells offers. */
export type CellMenuAction =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'clear'
  | 'insert-above'
  | 'insert-below'
  | 'delete-rows'
  | 'insert-left'
  | 'insert-right'
  | 'delete-columns'
  | 'sort-up'
  | 'sort-down';

interface Item {
  readonly action: CellMenuAction;
  readonly label: string;
  readonly keys?: string;
  /** Begins a new group. */
  readonly apart?: boolean;
}

const counted = (count: number, noun: string): string => (count === 1 ? noun : `${count} ${noun}s`);

function itemsFor(box: Box, canEdit: boolean): readonly Item[] {
  const copy: Item = { action: 'copy', label: 'Copy', keys: 'Ctrl+C' };
  if (!canEdit) return [copy];
  const rows = counted(box.rows, 'row');
  const columns = counted(box.cols, 'column');
  return [
    { action: 'cut', label: 'Cut', keys: 'Ctrl+X' },
    copy,
    { action: 'paste', label: 'Paste', keys: 'Ctrl+V' },
    { action: 'clear', label: 'Delete values', keys: 'Delete' },
    { action: 'insert-above', label: `Insert ${rows} above`, apart: true },
    { action: 'insert-below', label: `Insert ${rows} below` },
    { action: 'delete-rows', label: `Delete ${rows}` },
    { action: 'insert-left', label: `Insert ${columns} left`, apart: true },
    { action: 'insert-right', label: `Insert ${columns} right` },
    { action: 'delete-columns', label: `Delete ${columns}` },
    { action: 'sort-up', label: 'Sort sheet A to Z', apart: true },
    { action: 'sort-down', label: 'Sort sheet Z to A' },
  ];
}

/** The menu that a right click on cells opens. */
export function CellMenu(props: {
  readonly x: number;
  readonly y: number;
  readonly box: Box;
  readonly canEdit: boolean;
  readonly onAction: (action: CellMenuAction) => void;
  readonly onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  const { x, y, onClose } = props;
  useEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`;
    element.querySelector('button')?.focus();
  }, [x, y]);
  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (menu.current?.contains(event.target as Node) !== true) onClose();
    };
    addEventListener('pointerdown', closeOutside, true);
    return () => removeEventListener('pointerdown', closeOutside, true);
  }, [onClose]);
  return (
    <div
      ref={menu}
      class="spreadsheet-menu"
      role="menu"
      aria-label="Cells"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
        if (event.key === 'ArrowDown') moveFocus(event, menu.current, 1);
        if (event.key === 'ArrowUp') moveFocus(event, menu.current, -1);
      }}
    >
      {itemsFor(props.box, props.canEdit).map((item) => (
        <button
          key={item.action}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class={item.apart === true ? 'apart' : ''}
          onClick={() => props.onAction(item.action)}
        >
          <span>{item.label}</span>
          {item.keys !== undefined && <kbd>{item.keys}</kbd>}
        </button>
      ))}
    </div>
  );
}
