import { ChevronRight } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoundMenu } from '../../server/api/spreadsheets.ts';
import type { Menu, MenuEntry } from '../../services/ui.ts';
import { Icon } from './icon.tsx';
import { numbered } from './numbered.ts';

type Choose = (scriptId: string, name: string, caption: string) => void;

/** The menus that scripts added, as a menu bar: one tab stop, arrows go round, Escape leaves. */
export function MenuBar({
  menus,
  choose,
}: {
  readonly menus: readonly BoundMenu[];
  readonly choose: Choose;
}) {
  const [open, setOpen] = useState<number>();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open === undefined) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !bar.current?.contains(event.target)) setOpen(undefined);
    };
    const away = (): void => setOpen(undefined);
    addEventListener('pointerdown', outside, true);
    addEventListener('blur', away);
    return () => {
      removeEventListener('pointerdown', outside, true);
      removeEventListener('blur', away);
    };
  }, [open]);
  const buttons = (): readonly HTMLElement[] => [
    ...(bar.current?.querySelectorAll<HTMLElement>(':scope > .menu-root > .menu-button') ?? []),
  ];
  const step = (from: number, by: number, isOpen: boolean): void => {
    const to = (from + by + menus.length) % menus.length;
    buttons()[to]?.focus();
    if (isOpen) setOpen(to);
  };
  return (
    <div ref={bar} class="menu-bar" role="menubar" aria-label="Menus">
      {menus.map(({ scriptId, menu }, i) => (
        <div class="menu-root" key={`${scriptId} ${menu.caption}`} role="none">
          <button
            type="button"
            class="menu-button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === i}
            tabIndex={i === 0 ? 0 : -1}
            onClick={() => setOpen(open === i ? undefined : i)}
            onPointerEnter={() => open !== undefined && setOpen(i)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') step(i, 1, open !== undefined);
              else if (event.key === 'ArrowLeft') step(i, -1, open !== undefined);
              else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === ' ') setOpen(i);
              else return;
              event.preventDefault();
            }}
          >
            {menu.caption}
          </button>
          {open === i ? (
            <MenuList
              menu={menu}
              choose={(name, caption) => {
                setOpen(undefined);
                buttons()[i]?.focus();
                choose(scriptId, name, caption);
              }}
              leave={(how) => {
                if (how === 'next') step(i, 1, true);
                else if (how === 'previous') step(i, -1, true);
                else {
                  setOpen(undefined);
                  buttons()[i]?.focus();
                }
              }}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}

/** How a list of entries is left: to a menu beside it, or closed. */
type Leave = (how: 'next' | 'previous' | 'closed') => void;

interface ListProps {
  readonly menu: Menu;
  readonly isSub?: boolean;
  readonly choose: (name: string, caption: string) => void;
  readonly leave: Leave;
}

function MenuList({ menu, isSub = false, choose, leave }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [sub, setSub] = useState<number>();
  const items = (): readonly HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>(':scope > .menu-entry > .menu-item') ?? []),
  ];
  useEffect(() => {
    items()[0]?.focus();
  }, []);
  const move = (by: number): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  const jump = (letter: string): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    order.find((one) => one.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => items()[0]?.focus(),
    End: () => items().at(-1)?.focus(),
    Escape: () => leave(isSub ? 'previous' : 'closed'),
    ArrowLeft: () => leave('previous'),
    ArrowRight: () => leave('next'),
    Tab: () => leave('closed'),
  };
  return (
    <div
      ref={list}
      class={isSub ? 'menu-list menu-list-sub' : 'menu-list'}
      role="menu"
      aria-label={menu.caption}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation();
        const act = keys[event.key];
        if (act !== undefined) {
          event.preventDefault();
          act();
        } else if (/^\S$/.test(event.key)) jump(event.key.toLowerCase());
      }}
    >
      {numbered(menu.items).map(({ key: i, value: entry }) => (
        <MenuLine
          key={i}
          entry={entry}
          isOpen={sub === i}
          open={() => setSub(i)}
          close={() => setSub(undefined)}
          focus={() => items()[positionOf(menu.items, i)]?.focus()}
          choose={choose}
          leave={leave}
        />
      ))}
    </div>
  );
}

/** Which of the items, separators left out, an entry is. */
function positionOf(entries: readonly MenuEntry[], index: number): number {
  return entries.slice(0, index).filter(({ kind }) => kind !== 'separator').length;
}

interface LineProps {
  readonly entry: MenuEntry;
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly focus: () => void;
  readonly choose: ListProps['choose'];
  readonly leave: Leave;
}

function MenuLine({ entry, isOpen, open, close, focus, choose, leave }: LineProps) {
  if (entry.kind === 'separator') return <hr class="menu-separator" />;
  if (entry.kind === 'item') {
    return (
      <div class="menu-entry" role="none" onPointerEnter={close}>
        <button
          type="button"
          class="menu-item"
          role="menuitem"
          tabIndex={-1}
          onPointerEnter={focus}
          onClick={() => choose(entry.function, entry.caption)}
        >
          {entry.caption}
        </button>
      </div>
    );
  }
  return (
    <div class="menu-entry" role="none" onPointerEnter={open}>
      <button
        type="button"
        class="menu-item"
        role="menuitem"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={-1}
        onPointerEnter={focus}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowRight' && event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          event.stopPropagation();
          open();
        }}
      >
        {entry.caption}
        <Icon of={ChevronRight} size={16} />
      </button>
      {isOpen ? (
        <MenuList
          menu={entry}
          isSub
          choose={choose}
          leave={(how) => {
            if (how !== 'previous') leave(how);
            else {
              close();
              focus();
            }
          }}
        />
      ) : null}
    </div>
  );
}
