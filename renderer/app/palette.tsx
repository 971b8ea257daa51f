import './palette.css';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../ui/key-cap.tsx';
import type { PaletteAction } from './palette-action.ts';
import { useFoundActions } from './use-found-actions.tsx';
import { usePaletteCommands } from './use-palette-commands.tsx';

/** Finds products, posts and people, goes to screens and runs commands: Ctrl or ⌘ K. */
export function Palette() {
  const { t } = useTranslation('shell');
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLocaleLowerCase();
  const commands = usePaletteCommands();
  const found = useFoundActions(query.trim());
  const fitting = commands.filter((action) => action.label.toLocaleLowerCase().includes(wanted));
  const groups = groupActions([...fitting, ...found]);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      lockScroll={false}
      overlayProps={{ blur: 0, backgroundOpacity: 0.32 }}
      maxHeight="min(480px, 60vh)"
      scrollable
      radius="md"
      clearQueryOnClose
      attributes={{ content: { 'aria-label': t('find') } }}
    >
      <Spotlight.Search
        placeholder={t('find')}
        aria-label={t('find')}
        leftSection={<IconSearch size={18} stroke={1.5} />}
      />
      <Spotlight.ActionsList>
        {groups.map(([name, actions]) => (
          <Spotlight.ActionsGroup key={name} label={t(`palette.${name}`)}>
            {actions.map((action) => (
              <Spotlight.Action
                key={action.id}
                label={action.label}
                description={action.about}
                leftSection={action.icon}
                rightSection={action.keys ? <KeyCap>{action.keys}</KeyCap> : undefined}
                onClick={action.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 ? <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function groupActions(actions: readonly PaletteAction[]): [string, PaletteAction[]][] {
  const groups = new Map<string, PaletteAction[]>();
  for (const action of actions) {
    const group = groups.get(action.group) ?? [];
    group.push(action);
    groups.set(action.group, group);
  }
  return [...groups];
}
