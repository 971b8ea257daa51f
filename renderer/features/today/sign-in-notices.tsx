import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../shared/contract/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { QuestionBlock } from '../../ui/question-block.tsx';

/** Sign-ins that end soon or have ended, before they hold anything up. */
export function SignInNotices({ notices }: { notices: readonly Reason[] }) {
  const { t } = useTranslation('today-ui');
  const navigate = useNavigate();
  return (
    <section className="today-asks" aria-label={t('signIns.label')}>
      {notices.map((notice) => (
        <QuestionBlock
          key={notice.text}
          text={[notice.text, notice.todo].filter(Boolean).join(' ')}
          answers={
            <Button
              onClick={() => void navigate({ to: '/settings', search: { part: 'accounts' } })}
            >
              {t('signIns.open')}
            </Button>
          }
        />
      ))}
    </section>
  );
}
