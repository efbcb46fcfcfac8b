import { useId, useRef, type KeyboardEvent, type ReactNode, type ToggleEvent } from 'react';
import { translate } from '@/lib/i18n/translate';
import { IconButton } from './IconButton';
import { makeRoom } from './make-room';
import styles from './MoreMenu.module.css';

interface MoreMenuProps<T extends string> {
  items: readonly { name: T; label: ReactNode }[];
  onChoose: (name: T) => void;
}

/** Pixels between the menu and what is above and below it. */
const gap = 4;

/** The less common ways, out of sight until they are asked for. */
export function MoreMenu<T extends string>({ items, onChoose }: MoreMenuProps<T>) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const takeRoomBack = useRef<() => void>(undefined);
  const itemsOf = () => [...(menu.current?.querySelectorAll('button') ?? [])];

  /** Below its button, and with the focus in it, so that the arrow keys work at once. */
  const onBeforeToggle = ({ newState }: ToggleEvent) => {
    if (newState !== 'open' || !button.current || !menu.current) return;
    const { left, right, bottom } = button.current.getBoundingClientRect();
    const isRtl = button.current.matches(':dir(rtl)');
    menu.current.style.top = `${bottom + scrollY + gap}px`;
    menu.current.style.left = isRtl ? `${left}px` : 'auto';
    menu.current.style.right = isRtl ? 'auto' : `${document.documentElement.clientWidth - right}px`;
  };
  const onToggle = ({ newState }: ToggleEvent) => {
    takeRoomBack.current?.();
    if (newState !== 'open' || !menu.current) return;
    takeRoomBack.current = makeRoom(menu.current.getBoundingClientRect().bottom + scrollY + 2 * gap);
    itemsOf()[0]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = itemsOf();
    const at = buttons.findIndex((each) => each === document.activeElement);
    const to = nextItem(event.key, at, buttons.length);
    if (event.key === 'Escape') {
      menu.current?.hidePopover();
      button.current?.focus();
    } else if (to !== undefined) buttons[to]?.focus();
    else return;
    // Escape would close the popup.
    event.preventDefault();
  };
  return (
    <>
      <IconButton ref={button} label={translate('popup.more')} popoverTarget={id}>
        <g fill="currentColor">
          <circle cx="4.5" cy="10" r="1.5" />
          <circle cx="10" cy="10" r="1.5" />
          <circle cx="15.5" cy="10" r="1.5" />
        </g>
      </IconButton>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className={styles.menu}
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
      >
        {items.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            className={styles.item}
            popoverTarget={id}
            popoverTargetAction="hide"
            onKeyDown={onKeyDown}
            onClick={() => onChoose(name)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}

/** Which item a key leads to, round and round. */
function nextItem(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (Math.max(at, 0) + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
