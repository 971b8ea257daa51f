import './import.css';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { DuplicateGroup } from './duplicate-group.tsx';
import { useDuplicates, useGroupWindow, type Duplicates } from './use-duplicates.ts';

const rowPx = 248;

/** Photos of the library that look alike, the largest groups first: one may stand for all. */
export function DuplicatesPage() {
  const { t } = useTranslation('import');
  const problem = useProblem();
  const router = useRouter();
  const navigate = useNavigate();
  const room = useDuplicates();
  const { total, pending } = room;
  useShortcut('mod+z', () => void room.undo());
  const leave = () => {
    if (router.history.canGoBack()) router.history.back();
    else void navigate({ to: '/studio', search: { part: 'gallery' } });
  };
  return (
    <div className="dup-page">
      <PageHead title={t('room.title')}>
        <Button icon={<IconArrowLeft aria-hidden />} onClick={leave}>
          {t('room.leave')}
        </Button>
      </PageHead>
      <p className="dup-lead">
        {total ? <span className="num">{t('room.count', { count: total })}</span> : null}
        {total ? <span className="small">{t('room.keys')}</span> : null}
        {pending ? <span role="status">{t('room.pending', { count: pending })}</span> : null}
      </p>
      {room.error ? <ProblemBlock problem={problem(room.error)} /> : null}
      {total === undefined && !room.error ? <SkeletonRows count={4} /> : null}
      {total === 0 ? (
        <EmptyState
          title={t(pending ? 'room.looking' : 'room.none')}
          text={t('room.noneText')}
          action={
            <Button size="lg" kind="primary" onClick={leave}>
              {t('room.leave')}
            </Button>
          }
        />
      ) : null}
      {total ? <Groups room={room} total={total} /> : null}
    </div>
  );
}

function Groups({ room, total }: { room: Duplicates; total: number }) {
  const { t } = useTranslation('import');
  const scroller = useRef<HTMLDivElement>(null);
  const view = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 2,
  });
  const shown = view.getVirtualItems();
  const groupAt = useGroupWindow(shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0);
  /** Up and down lead from group to group; what is settled makes room for the next. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = (event.target as Element).closest<HTMLElement>('[data-place]');
    const place = Number(here?.dataset['place']);
    if (!step || !here || place + step < 0 || place + step >= total) return;
    event.preventDefault();
    view.scrollToIndex(place + step);
    focusGroup(scroller.current, place + step);
  };
  return (
    <div
      ref={scroller}
      className="dup-scroll"
      role="list"
      aria-label={t('room.title')}
      onKeyDownCapture={onKeyDown}
    >
      <div role="presentation" style={{ height: view.getTotalSize() }}>
        {shown.map(({ index, start }) => (
          <DuplicateGroup
            key={groupAt(index)?.id ?? `place-${index}`}
            group={groupAt(index)}
            place={index}
            total={total}
            topPx={start}
            onMerge={room.merge}
            onKeepAll={room.keepAll}
            onSettled={() => focusGroup(scroller.current, Math.min(index, total - 2))}
          />
        ))}
      </div>
    </div>
  );
}

/** After the group was drawn at its place. */
function focusGroup(list: HTMLElement | null, place: number, tries = 10): void {
  requestAnimationFrame(() => {
    const group = list?.querySelector(`[data-place="${place}"]`);
    const target = group?.querySelector<HTMLElement>('[aria-checked="true"]');
    if (target) target.focus();
    else if (tries > 0) focusGroup(list, place, tries - 1);
  });
}
