import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../../ui/check-box.tsx';
import { useThreadSelection } from './selection-context.ts';

/** Chooses a thread for what is done to several; stands over the face once one is chosen or pointed at. */
export function ThreadTick({ threadId, name }: { threadId: string; name: string }) {
  const { t } = useTranslation('inbox-hand');
  const selection = useThreadSelection();
  // Shift takes everything from the last one on.
  const shift = useRef(false);
  const isAny = selection.threads.length > 0;
  return (
    <span className={isAny ? 'thread-tick thread-tick-shown' : 'thread-tick'}>
      <CheckBox
        bare
        label={t('choose', { person: name })}
        checked={selection.has(threadId)}
        onClick={(event) => (shift.current = event.shiftKey)}
        onChange={() => selection.toggle(threadId, shift.current)}
      />
    </span>
  );
}
