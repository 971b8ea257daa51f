import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { ImportLine, LikeChoice, LikePicture } from './import-run.ts';
import type { Imports } from './imports-context.ts';
import { useAlikeDeeds } from './use-alike-deeds.ts';

type Pair = { line: ImportLine; newId: string; like: LikePicture; chosen?: LikeChoice | undefined };

/** Photos that came in beside those that they look like, one pair after the other. */
export function AlikeDialog({ imports, onClose }: { imports: Imports; onClose: () => void }) {
  const { t } = useTranslation('import');
  const pairs = pairsOf(imports.lines);
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      pairs.findIndex(({ chosen }) => chosen === undefined),
    ),
  );
  const choose = useChoice(imports);
  const pair = pairs[Math.min(place, pairs.length - 1)];
  if (!pair) return null;
  const decide = async (choice: LikeChoice) => {
    if (!(await choose(pair, choice))) return;
    const open = pairs.findIndex(
      ({ line, chosen }) => chosen === undefined && line.key !== pair.line.key,
    );
    if (open < 0) onClose();
    else setPlace(open);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      widthPx={720}
      title={t('alike.title')}
      footer={
        <Foot key={pair.line.key} chosen={pair.chosen} onChoose={(choice) => void decide(choice)} />
      }
    >
      <p className="muted">
        {pairs.length > 1 ? `${t('alike.place', { place: place + 1, total: pairs.length })} ` : ''}
        {t('alike.text')}
      </p>
      <div className="imp-pair">
        <Side assetId={pair.newId} name={pair.line.name} title={t('alike.new')} />
        <Side assetId={pair.like.assetId} name={pair.like.name} title={t('alike.old')} />
      </div>
      {pairs.length > 1 ? (
        <div className="imp-steps">
          <Button disabled={place === 0} onClick={() => setPlace(place - 1)}>
            {t('alike.before')}
          </Button>
          <Button disabled={place >= pairs.length - 1} onClick={() => setPlace(place + 1)}>
            {t('alike.after')}
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}

function pairsOf(lines: readonly ImportLine[]): Pair[] {
  return lines.flatMap((line) => {
    if (line.state.kind !== 'alike') return [];
    const { assetId, like, chosen } = line.state;
    return [{ line, newId: assetId, like, chosen }];
  });
}

function useChoice({ run }: Imports) {
  const deeds = useAlikeDeeds();
  return async ({ line, newId, like }: Pair, choice: LikeChoice): Promise<boolean> => {
    const onUndone = () => run.choose(line.key, undefined);
    const deed =
      choice === 'both'
        ? deeds.keepAll([newId, like.assetId], { onUndone })
        : choice === 'new'
          ? deeds.merge(newId, [like.assetId], { onUndone })
          : deeds.merge(like.assetId, [newId], { onUndone });
    const isDone = (await deed) !== undefined;
    if (isDone) run.choose(line.key, choice);
    return isDone;
  };
}

function Side({ assetId, name, title }: { assetId: string; name: string; title: string }) {
  const { t } = useTranslation('import');
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const found = useQuery({
    ...api.library.get.queryOptions({ input: { assetId } }),
    retry: false,
  }).data;
  return (
    <figure className="imp-side">
      <div className="imp-shot">
        <img src={`/media/${assetId}/thumb`} alt="" />
      </div>
      <figcaption>
        <b>{title}</b>
        <span className="cut">{name}</span>
        {found ? (
          <>
            <span className="small muted num">
              {found.widthPx && found.heightPx ? `${found.widthPx} × ${found.heightPx} · ` : ''}
              {formats.bytes(found.sizeBytes)}
            </span>
            <span className="small muted num">{formats.near(found.createdAt, now)}</span>
            <span className="small muted">
              {found.usedIn.length > 0
                ? t('alike.used', { count: found.usedIn.length })
                : t('alike.unused')}
            </span>
          </>
        ) : null}
      </figcaption>
    </figure>
  );
}

function Foot({
  chosen,
  onChoose,
}: {
  chosen: LikeChoice | undefined;
  onChoose: (choice: LikeChoice) => void;
}) {
  const { t } = useTranslation('import');
  if (chosen) return <p className="small muted">{t(`alike.chosen.${chosen}`)}</p>;
  return (
    <>
      <Button size="lg" onClick={() => onChoose('new')}>
        {t('alike.keepNew')}
      </Button>
      <Button size="lg" onClick={() => onChoose('old')}>
        {t('alike.keepOld')}
      </Button>
      <Button size="lg" kind="primary" onClick={() => onChoose('both')}>
        {t('alike.keepBoth')}
      </Button>
    </>
  );
}
