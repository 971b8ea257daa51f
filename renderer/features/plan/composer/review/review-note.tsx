import './review.css';
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../../shared/contract/review.ts';
import { useApi } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import { Button } from '../../../../ui/button.tsx';
import { QuestionBlock } from '../../../../ui/question-block.tsx';
import { WordsDialog } from './words-dialog.tsx';

/** Where a second person's yes stands, with what the one at the computer may do about it. */
export const ReviewNote = memo(function ReviewNote({
  postId,
  flush,
}: {
  postId: string;
  flush: () => Promise<unknown>;
}) {
  const { t } = useTranslation('review');
  const api = useApi();
  const review = useQuery(api.review.get.queryOptions({ input: { postId } })).data;
  const approval = review?.approval;
  if (!review || !approval || approval.state === 'approved') return null;
  const { author, decidedBy, words } = approval;
  const names = { author: author.name, by: decidedBy?.name ?? '' };
  return (
    <QuestionBlock
      text={t(`state.${approval.state}`, names)}
      answers={<Answers postId={postId} review={review} flush={flush} />}
      otherwise={words ? t('said', { words }) : t('untilThen')}
    />
  );
});

type AnswersProps = { postId: string; review: Review; flush: () => Promise<unknown> };

/** What is typed is saved before anything is decided about it. */
function Answers({ postId, review: { may }, flush }: AnswersProps) {
  const { t } = useTranslation('review');
  const api = useApi();
  const [opened, setOpened] = useState<'ask' | 'sendBack'>();
  const close = () => setOpened(undefined);
  const ask = useChange(api.review.ask.mutationOptions({ onSuccess: close }));
  const approve = useChange(api.review.approve.mutationOptions());
  const sendBack = useChange(api.review.sendBack.mutationOptions({ onSuccess: close }));
  const saved = (work: () => void) => void flush().then(work, () => {});
  return (
    <>
      {may.decide ? (
        <>
          <Button
            busy={approve.isPending}
            onClick={() => saved(() => approve.mutate({ postIds: [postId] }))}
          >
            {t('approve')}
          </Button>
          <Button kind="quiet" onClick={() => setOpened('sendBack')}>
            {t('sendBack')}
          </Button>
        </>
      ) : null}
      {may.ask && !may.decide ? <Button onClick={() => setOpened('ask')}>{t('ask')}</Button> : null}
      {opened === 'ask' ? (
        <WordsDialog
          title={t('ask')}
          label={t('askWords')}
          action={t('askDo')}
          busy={ask.isPending}
          onSend={(words) => saved(() => ask.mutate({ postId, words }))}
          onClose={close}
        />
      ) : null}
      {opened === 'sendBack' ? (
        <WordsDialog
          title={t('sendBack')}
          label={t('sendBackWords')}
          action={t('sendBackDo')}
          needed
          busy={sendBack.isPending}
          onSend={(words) => saved(() => sendBack.mutate({ postId, words }))}
          onClose={close}
        />
      ) : null}
    </>
  );
}
