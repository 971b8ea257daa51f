import { IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PopoverButton } from '../popover-button.tsx';
import { EmojiPicker } from './emoji-picker.tsx';

/** Opens all emoji under itself; it stays open, so that several can be taken. */
export function EmojiButton({ onTake }: { onTake: (unicode: string) => void }) {
  const { t } = useTranslation('emoji');
  return (
    <PopoverButton label={t('label')} icon={<IconMoodSmile />} widthPx={340}>
      {() => <EmojiPicker onTake={onTake} />}
    </PopoverButton>
  );
}
