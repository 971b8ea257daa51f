import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchOutlook, HandChoice } from '../../../shared/contract/batches.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const choices: readonly HandChoice[] = ['keep', 'refresh', 'replace'];

/** What becomes of pictures edited by hand, before a run that would make them otherwise. */
export function HandDialog({
  outlook,
  onClose,
  onChoose,
}: {
  outlook: BatchOutlook;
  onClose: () => void;
  onChoose: (hand: HandChoice) => void;
}) {
  const { t } = useTranslation('batch');
  const [hand, setHand] = useState<HandChoice>('keep');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('hand.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('hand.back')}</Button>
          <Button kind="primary" onClick={() => onChoose(hand)}>
            {t('update', { count: outlook.fresh + outlook.changed })}
          </Button>
        </>
      }
    >
      <p>
        {t('hand.look', { count: outlook.changed })}{' '}
        {t('hand.edited', { count: outlook.editedChanged })}
      </p>
      <div className="studio-hand" role="radiogroup" aria-label={t('hand.title')}>
        {choices.map((choice) => (
          <label key={choice} className="studio-hand-choice">
            <input
              type="radio"
              name="hand"
              checked={hand === choice}
              onChange={() => setHand(choice)}
            />
            <span>
              {t(`hand.${choice}`)}
              <span className="small muted">{t(`hand.${choice}Text`)}</span>
            </span>
          </label>
        ))}
      </div>
    </Dialog>
  );
}
