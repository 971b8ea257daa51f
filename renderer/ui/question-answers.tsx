import { IconCheck, IconRefresh, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { TextLink } from './text-link.tsx';

type AnswerName = 'there' | 'not-there' | 'look-again';

const icons = {
  there: <IconCheck aria-hidden />,
  'not-there': <IconSend aria-hidden />,
  'look-again': <IconRefresh aria-hidden />,
};

/** The buttons under “did it go out?”, in the words of a post or of a reply. */
export function QuestionAnswers({
  of,
  answers,
  openUrl,
  busy = false,
  onAnswer,
}: {
  of: 'post' | 'reply' | 'changed';
  answers: readonly AnswerName[];
  openUrl?: string | undefined;
  busy?: boolean;
  onAnswer: (answer: AnswerName) => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <>
      {answers.map((answer) => (
        <Button
          key={answer}
          kind={answer === 'look-again' ? 'quiet' : 'plain'}
          icon={icons[answer]}
          disabled={busy}
          onClick={() => onAnswer(answer)}
        >
          {t(`question.${of}.${answer}`)}
        </Button>
      ))}
      {openUrl ? <TextLink href={openUrl}>{t('question.open')}</TextLink> : null}
    </>
  );
}
