import './composer.css';
import { useTranslation } from 'react-i18next';
import { useProblem } from '../../../link/use-problem.ts';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Composer } from './composer.tsx';
import { useComposerStart, type Begin } from './use-composer-start.ts';

export type ComposerSheetProps = {
  postId: string | undefined;
  begin: Begin;
  /** The post was stored for the first time: its address can now be shown. */
  onCreated: (postId: string) => void;
  /** Opens another post, as after a copy. */
  onOpen: (postId: string) => void;
  onClose: () => void;
};

/** The sheet in which one post is written, planned and followed. */
export function ComposerSheet({ postId, begin, ...rest }: ComposerSheetProps) {
  const { t } = useTranslation('composer');
  const problem = useProblem();
  const { start, accounts, error } = useComposerStart(postId, begin);
  if (start) return <Composer start={start} accounts={accounts} begin={begin} {...rest} />;
  return (
    <Sheet className="composer-sheet" title={t('post')} onClose={rest.onClose}>
      {error ? <ProblemBlock problem={problem(error)} /> : <SkeletonRows />}
    </Sheet>
  );
}
