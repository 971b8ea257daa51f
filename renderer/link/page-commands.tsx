import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { createCommandShelf, type CommandShelf, type PageCommand } from './command-shelf.ts';

const ShelfContext = createContext<CommandShelf | undefined>(undefined);

/** Where screens lay out what can be done on them, for whoever lists it. */
export function PageCommandsProvider({ children }: { children: ReactNode }) {
  const [shelf] = useState(createCommandShelf);
  return <ShelfContext value={shelf}>{children}</ShelfContext>;
}

/** Offers these while the screen stands; what they run is always the newest. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const shelf = useContext(ShelfContext);
  const owner = useId();
  const latest = useRef(commands);
  latest.current = commands;
  const names = commands.map(({ id, label, keys }) => `${id}\n${label}\n${keys ?? ''}`).join('\n');
  useEffect(() => {
    const offered = latest.current.map((command): PageCommand => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }));
    return shelf?.offer(owner, offered);
  }, [shelf, owner, names]);
}

/** What the screen in front offers now. */
export function useOfferedCommands(): readonly PageCommand[] {
  const shelf = useContext(ShelfContext);
  return useSyncExternalStore(shelf?.listen ?? stayStill, shelf?.read ?? readNothing);
}

const nothing: readonly PageCommand[] = [];
const readNothing = () => nothing;
const stayStill = () => () => {};
