import { IconPencil, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import type { Answer, Question } from '../../../shared/contract/shapes.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { QuestionAnswers } from '../../ui/question-answers.tsx';
import { QuestionBlock } from '../../ui/question-block.tsx';

/** What only a person can decide about an answer: is it out, or does it still fit? */
export function ReplyQuestion({
  comment,
  question,
  onEdit,
}: {
  comment: InboxComment;
  question: Question;
  onEdit: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const answer = useChange(api.inbox.answer.mutationOptions());
  const withdraw = useChange(api.inbox.withdraw.mutationOptions());
  const { outboxId } = comment;
  if (outboxId === undefined) return null;
  const say = (one: Answer) => answer.mutate({ id: outboxId, answer: one });
  const isChanged = question.code === 'parent-changed';
  return (
    <div className="inbox-question">
      <QuestionBlock
        text={question.text}
        otherwise={t(isChanged ? 'question.changedElse' : 'question.else')}
        answers={
          isChanged ? (
            <>
              <Button
                icon={<IconSend aria-hidden />}
                disabled={answer.isPending}
                onClick={() => say('not-there')}
              >
                {t('question.sendAnyway')}
              </Button>
              <Button icon={<IconPencil aria-hidden />} onClick={onEdit}>
                {t('edit')}
              </Button>
              <Button kind="quiet" onClick={() => withdraw.mutate({ id: outboxId })}>
                {t('withdraw')}
              </Button>
            </>
          ) : (
            <QuestionAnswers
              of="reply"
              answers={question.answers}
              openUrl={question.openUrl}
              busy={answer.isPending}
              onAnswer={say}
            />
          )
        }
      />
    </div>
  );
}
