import { IconMoodSmile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../icon-button.tsx';
import { Popover } from '../popover.tsx';
import { EmojiPicker } from './emoji-picker.tsx';

/** Opens all emoji under itself; it stays open, so that several can be taken. */
export function EmojiButton({ onTake }: { onTake: (unicode: string) => void }) {
  const { t } = useTranslation('emoji');
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      widthPx={340}
      align="start"
      label={t('label')}
      target={
        <IconButton
          label={t('label')}
          icon={<IconMoodSmile />}
          onClick={() => setOpened(!opened)}
        />
      }
    >
      {opened ? <EmojiPicker onTake={onTake} /> : null}
    </Popover>
  );
}
